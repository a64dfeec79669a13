package org.juxian.forum.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.juxian.event.web.CancelRequest;
import org.juxian.forum.planning.CancelForum;
import org.juxian.forum.planning.PublishForum;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.IfMatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Organisers open forums to the public, and call them off. */
@RestController
@RequestMapping("/api/forums/{id}")
@Tag(name = "Forums")
@AllowedTo(roles = Roles.ORGANISER)
class ForumLifeController {

  private final VisibleForums forums;
  private final PublishForum publish;
  private final CancelForum cancel;

  ForumLifeController(VisibleForums forums, PublishForum publish, CancelForum cancel) {
    this.forums = forums;
    this.publish = publish;
    this.cancel = cancel;
  }

  @PostMapping("/publish")
  @Operation(
      summary = "Publish a forum, or its agenda anew",
      description =
          "The first time it opens the forum to the public and to registration, with its agenda."
              + " Afterwards changes of the agenda are kept as a draft, which its organisers see as"
              + " unreleasedChanges; publishing again releases them all at once and tells the people"
              + " who registered a single time. 409 already-published if nothing changed. If-Match"
              + " may be given.")
  ResponseEntity<ForumView> publish(
      @PathVariable String id, Optional<IfMatch> seen, Caller caller) {
    forums.managedBy(caller, id);
    return ForumController.answer(ForumProblems.done(publish.publish(id, version(seen))));
  }

  @PostMapping("/cancel")
  @Operation(
      summary = "Call a forum off",
      description = "Final. Registrations are cancelled. If-Match may be given.")
  ResponseEntity<ForumView> cancel(
      @PathVariable String id,
      @RequestBody(required = false) @Valid @Nullable CancelRequest request,
      Optional<IfMatch> seen,
      Caller caller) {
    forums.managedBy(caller, id);
    return ForumController.answer(
        ForumProblems.done(
            cancel.cancel(id, version(seen), request == null ? null : request.reason())));
  }

  private static OptionalLong version(Optional<IfMatch> seen) {
    return seen.isPresent() ? OptionalLong.of(seen.get().version()) : OptionalLong.empty();
  }
}
