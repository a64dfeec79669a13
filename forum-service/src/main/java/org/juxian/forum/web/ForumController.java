package org.juxian.forum.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.juxian.event.EventDetails;
import org.juxian.event.web.EventAccess;
import org.juxian.event.web.TicketTypeRequest;
import org.juxian.forum.agenda.Room;
import org.juxian.forum.planning.CreateForum;
import org.juxian.forum.planning.EditForum;
import org.juxian.forum.planning.KeptForum;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.Versioned;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Organisers plan forums. */
@RestController
@RequestMapping("/api/forums")
@Tag(name = "Forums")
@AllowedTo(roles = Roles.ORGANISER)
class ForumController {

  private final VisibleForums forums;
  private final CreateForum create;
  private final EditForum edit;
  private final Ids ids;

  ForumController(VisibleForums forums, CreateForum create, EditForum edit, Ids ids) {
    this.forums = forums;
    this.create = create;
    this.edit = edit;
    this.ids = ids;
  }

  @PostMapping
  @Operation(
      summary = "Draft a forum",
      description = "Only its organisers see it until it is published.")
  ResponseEntity<ForumView> create(@RequestBody @Valid ForumRequest request, Caller caller) {
    EventAccess.requireManager(caller, request.organisationId());
    EventDetails details = request.details(TicketTypeRequest.all(request.ticketTypes(), ids));
    List<Room> rooms = RoomRequest.all(request.rooms(), List.of(), ids);
    KeptForum made = ForumProblems.done(create.create(details, rooms));
    return Versioned.created(
        "/api/forums/" + made.id(), made.version(), ForumView.forOrganisers(made));
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Change a forum",
      description =
          "Needs the ETag in If-Match. What keeps its id stays what it is; what has none is new; what"
              + " is missing is removed. Title, summary, period, venue and ticket types count at"
              + " once, and people who registered are told. Rooms belong to the agenda, whose"
              + " changes wait for the next publish. A forum that moves as a whole takes its"
              + " sessions with it. A room in which a session takes place cannot be removed (409"
              + " room-in-use).")
  ResponseEntity<ForumView> edit(
      @PathVariable String id,
      @RequestBody @Valid ForumRequest request,
      IfMatch seen,
      Caller caller) {
    KeptForum before = forums.managedBy(caller, id);
    EventDetails details =
        request.details(
            TicketTypeRequest.all(request.ticketTypes(), before.forum().event().details(), ids));
    List<Room> rooms = RoomRequest.all(request.rooms(), before.forum().draft().rooms(), ids);
    return answer(ForumProblems.done(edit.edit(id, seen.version(), details, rooms)));
  }

  static ResponseEntity<ForumView> answer(KeptForum kept) {
    return Versioned.ok(kept.version(), ForumView.forOrganisers(kept));
  }
}
