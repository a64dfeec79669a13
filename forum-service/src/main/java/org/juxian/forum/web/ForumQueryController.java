package org.juxian.forum.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.juxian.event.ListedEvent;
import org.juxian.event.web.EventAccess;
import org.juxian.event.web.EventView;
import org.juxian.forum.planning.Forums;
import org.juxian.forum.planning.KeptForum;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.platform.service.web.Versioned;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows forums. */
@RestController
@RequestMapping("/api/forums")
@Tag(name = "Forums")
class ForumQueryController {

  private final VisibleForums visible;
  private final Forums forums;

  ForumQueryController(VisibleForums visible, Forums forums) {
    this.visible = visible;
    this.forums = forums;
  }

  @GetMapping
  @AllowedTo(roles = Roles.ORGANISER)
  @Operation(
      summary = "The forums that the caller manages",
      description = "The newest first, drafts included, without their rooms.")
  Page<EventView> list(PageQuery page, Caller caller) {
    List<ListedEvent> found =
        forums.list(EventAccess.managedBy(caller), page.after(), page.limit() + 1);
    return Page.of(
        found,
        page.limit(),
        ListedEvent::id,
        entry -> EventView.of(entry.id(), entry.edition(), entry.event()));
  }

  @GetMapping("/{id}")
  @AllowedTo(anyone = true)
  @Operation(
      summary = "A forum",
      description =
          "Anyone sees it once it is published, with the rooms of the released agenda; its organisers"
              + " see those of the draft, and whether there are unreleasedChanges.")
  ResponseEntity<ForumView> get(@PathVariable String id, Optional<Caller> caller) {
    KeptForum kept = visible.seenBy(caller, id);
    return EventAccess.manages(caller, kept.forum().event())
        ? ForumController.answer(kept)
        : Versioned.ok(kept.version(), ForumView.forAll(kept));
  }
}
