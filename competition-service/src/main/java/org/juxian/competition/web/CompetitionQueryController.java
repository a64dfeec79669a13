package org.juxian.competition.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.juxian.competition.organising.Competitions;
import org.juxian.competition.schedule.Entry;
import org.juxian.event.ListedEvent;
import org.juxian.event.web.EventAccess;
import org.juxian.event.web.EventView;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows competitions and who entered them. */
@RestController
@RequestMapping("/api/competitions")
@Tag(name = "Competitions")
class CompetitionQueryController {

  private final VisibleCompetitions visible;
  private final Competitions competitions;

  CompetitionQueryController(VisibleCompetitions visible, Competitions competitions) {
    this.visible = visible;
    this.competitions = competitions;
  }

  @GetMapping
  @AllowedTo(roles = Roles.ORGANISER)
  @Operation(summary = "The competitions that the caller manages, the newest first")
  Page<EventView> list(PageQuery page, Caller caller) {
    return Page.of(
        competitions.list(EventAccess.managedBy(caller), page.after(), page.limit() + 1),
        page.limit(),
        ListedEvent::id,
        entry -> EventView.of(entry.id(), entry.edition(), entry.event()));
  }

  @GetMapping("/{id}")
  @AllowedTo(anyone = true)
  @Operation(summary = "A competition: anyone sees it once it is open for entry")
  ResponseEntity<CompetitionView> get(@PathVariable String id, Optional<Caller> caller) {
    return CompetitionController.answer(visible.seenBy(caller, id));
  }

  @GetMapping("/{id}/entries")
  @AllowedTo(roles = Roles.ORGANISER)
  @Operation(summary = "The entries, in the order in which they came")
  Page<EntryView> entries(@PathVariable String id, PageQuery page, Caller caller) {
    List<Entry> after =
        visible.managedBy(caller, id).competition().schedule().entries().values().stream()
            .filter(entry -> page.after().map(last -> entry.id().compareTo(last) > 0).orElse(true))
            .sorted(Comparator.comparing(Entry::id))
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(after, page.limit(), Entry::id, EntryView::of);
  }
}
