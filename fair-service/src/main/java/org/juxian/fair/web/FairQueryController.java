package org.juxian.fair.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.juxian.event.ListedEvent;
import org.juxian.event.web.EventAccess;
import org.juxian.event.web.EventView;
import org.juxian.fair.managing.Fairs;
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

/** Shows fairs and their booths. */
@RestController
@RequestMapping("/api/fairs")
@Tag(name = "Fairs")
class FairQueryController {

  private final VisibleFairs visible;
  private final Fairs fairs;
  private final InstantSource clock;

  FairQueryController(VisibleFairs visible, Fairs fairs, InstantSource clock) {
    this.clock = clock;
    this.visible = visible;
    this.fairs = fairs;
  }

  @GetMapping
  @AllowedTo(roles = Roles.ORGANISER)
  @Operation(
      summary = "The fairs that the caller manages",
      description = "The newest first, drafts included, without their halls.")
  Page<EventView> list(PageQuery page, Caller caller) {
    List<ListedEvent> found =
        fairs.list(EventAccess.managedBy(caller), page.after(), page.limit() + 1);
    return Page.of(
        found,
        page.limit(),
        ListedEvent::id,
        entry -> EventView.of(entry.id(), entry.edition(), entry.event()));
  }

  @GetMapping("/{id}")
  @AllowedTo(anyone = true)
  @Operation(
      summary = "A fair",
      description = "Anyone sees it once it is published; before, its organisers.")
  ResponseEntity<FairView> get(@PathVariable String id, Optional<Caller> caller) {
    return FairController.answer(visible.seenBy(caller, id));
  }

  @GetMapping("/{id}/booths")
  @AllowedTo(anyone = true)
  @Operation(summary = "The booths of a fair, and which companies stand in them")
  List<BoothView> booths(@PathVariable String id, Optional<Caller> caller) {
    return BoothView.of(visible.seenBy(caller, id).fair(), clock.instant());
  }
}
