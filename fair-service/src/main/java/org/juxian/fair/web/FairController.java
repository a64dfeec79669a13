package org.juxian.fair.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.juxian.event.EventDetails;
import org.juxian.event.web.EventAccess;
import org.juxian.event.web.TicketTypeRequest;
import org.juxian.fair.booth.Hall;
import org.juxian.fair.managing.CreateFair;
import org.juxian.fair.managing.EditFair;
import org.juxian.fair.managing.KeptFair;
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

/** Organisers plan fairs. */
@RestController
@RequestMapping("/api/fairs")
@Tag(name = "Fairs")
@AllowedTo(roles = Roles.ORGANISER)
class FairController {

  private final VisibleFairs fairs;
  private final CreateFair create;
  private final EditFair edit;
  private final Ids ids;

  FairController(VisibleFairs fairs, CreateFair create, EditFair edit, Ids ids) {
    this.fairs = fairs;
    this.create = create;
    this.edit = edit;
    this.ids = ids;
  }

  @PostMapping
  @Operation(
      summary = "Draft a fair",
      description = "Only its organisers see it until it is published.")
  ResponseEntity<FairView> create(@RequestBody @Valid FairRequest request, Caller caller) {
    EventAccess.requireManager(caller, request.organisationId());
    EventDetails details = request.details(TicketTypeRequest.all(request.ticketTypes(), ids));
    KeptFair made =
        FairProblems.done(
            create.create(
                details, HallRequest.all(request.halls(), List.of(), ids), request.limit()));
    return Versioned.created("/api/fairs/" + made.id(), made.fair().edition(), FairView.of(made));
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Change a fair",
      description =
          "Needs the ETag in If-Match. What keeps its id stays what it is; what has none is new; what is"
              + " missing is removed. A booth that a company holds cannot be removed (409 booth-in-use)."
              + " People who registered are told what changed.")
  ResponseEntity<FairView> edit(
      @PathVariable String id,
      @RequestBody @Valid FairRequest request,
      IfMatch seen,
      Caller caller) {
    KeptFair before = fairs.managedBy(caller, id);
    EventDetails details =
        request.details(
            TicketTypeRequest.all(request.ticketTypes(), before.fair().event().details(), ids));
    List<Hall> halls = HallRequest.all(request.halls(), before.fair().plan().halls(), ids);
    return answer(
        FairProblems.done(edit.edit(id, seen.version(), details, halls, request.limit())));
  }

  static ResponseEntity<FairView> answer(KeptFair kept) {
    return Versioned.ok(kept.fair().edition(), FairView.of(kept));
  }
}
