package org.juxian.forum.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.juxian.event.web.EventAccess;
import org.juxian.forum.agenda.Agenda;
import org.juxian.forum.agenda.Session;
import org.juxian.forum.planning.KeptForum;
import org.juxian.forum.programme.AddSession;
import org.juxian.forum.programme.ChangeSession;
import org.juxian.forum.programme.RemoveSession;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.platform.service.web.Versioned;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sessions of a forum's agenda. */
@RestController
@RequestMapping("/api/forums/{id}/sessions")
@Tag(name = "Sessions")
@AllowedTo(roles = Roles.ORGANISER)
class SessionController {

  private static final String NEEDS_VERSION =
      "Needs the forum's ETag in If-Match and answers with its new one. 409 session-clash where a room"
          + " or a speaker is needed at that time, with the other session. After the forum was"
          + " published it is a change of the draft: people see it, and are told, with the next"
          + " publish.";

  private final VisibleForums forums;
  private final AddSession add;
  private final ChangeSession change;
  private final RemoveSession remove;
  private final Ids ids;

  SessionController(
      VisibleForums forums, AddSession add, ChangeSession change, RemoveSession remove, Ids ids) {
    this.forums = forums;
    this.add = add;
    this.change = change;
    this.remove = remove;
    this.ids = ids;
  }

  @GetMapping
  @AllowedTo(anyone = true)
  @Operation(
      summary = "The sessions of a forum, in order of time",
      description = "Those of the released agenda; for its organisers those of the draft.")
  ResponseEntity<Page<SessionView>> list(
      @PathVariable String id, PageQuery page, Optional<Caller> caller) {
    KeptForum kept = forums.seenBy(caller, id);
    Agenda agenda =
        EventAccess.manages(caller, kept.forum().event())
            ? kept.forum().draft()
            : kept.forum().publicAgenda();
    return Versioned.ok(
        kept.version(),
        Page.of(
            behind(agenda.sessions(), page.after(), page.limit() + 1),
            page.limit(),
            Session::id,
            SessionView::of));
  }

  @PostMapping
  @Operation(summary = "Add a session", description = NEEDS_VERSION)
  ResponseEntity<SessionView> add(
      @PathVariable String id,
      @RequestBody @Valid SessionRequest request,
      IfMatch seen,
      Caller caller) {
    forums.managedBy(caller, id);
    Session session = request.session(ids.next());
    KeptForum kept = ForumProblems.done(add.add(id, seen.version(), session));
    return Versioned.created(
        "/api/forums/" + id + "/sessions/" + session.id(), kept.version(), SessionView.of(session));
  }

  @PutMapping("/{sessionId}")
  @Operation(summary = "Change a session", description = NEEDS_VERSION)
  ResponseEntity<SessionView> change(
      @PathVariable String id,
      @PathVariable String sessionId,
      @RequestBody @Valid SessionRequest request,
      IfMatch seen,
      Caller caller) {
    forums.managedBy(caller, id);
    Session session = request.session(sessionId);
    KeptForum kept = ForumProblems.done(change.change(id, seen.version(), session));
    return Versioned.ok(kept.version(), SessionView.of(session));
  }

  @DeleteMapping("/{sessionId}")
  @Operation(summary = "Remove a session", description = NEEDS_VERSION)
  ResponseEntity<Void> remove(
      @PathVariable String id, @PathVariable String sessionId, IfMatch seen, Caller caller) {
    forums.managedBy(caller, id);
    KeptForum kept = ForumProblems.done(remove.remove(id, seen.version(), sessionId));
    return ResponseEntity.noContent().eTag("\"" + kept.version() + "\"").build();
  }

  /** Up to so many behind the session of this id; from the beginning if there is none such. */
  private static List<Session> behind(List<Session> all, Optional<String> after, int limit) {
    int from = 0;
    for (int at = 0; after.isPresent() && at < all.size(); at++) {
      if (all.get(at).id().equals(after.get())) {
        from = at + 1;
      }
    }
    return all.subList(from, Math.min(all.size(), from + limit));
  }
}
