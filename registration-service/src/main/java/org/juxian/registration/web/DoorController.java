package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.checkin.CheckIn;
import org.juxian.registration.registering.Outcome;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Letting people in. */
@RestController
class DoorController {

  /** What the scanner read. */
  record ScanRequest(@NotBlank @Size(max = 500) String token) {}

  private final EventBook events;
  private final CheckIn checkIn;

  DoorController(EventBook events, CheckIn checkIn) {
    this.events = events;
    this.checkIn = checkIn;
  }

  @PostMapping("/api/events/{id}/check-ins")
  @AllowedTo(roles = {Roles.DOOR_STAFF, Roles.ORGANISER})
  RegistrationViews.Entry checkIn(
      @PathVariable String id, @RequestBody @Valid ScanRequest scan, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toDoor(caller, event);
    return switch (checkIn.byToken(event, scan.token().strip())) {
      case Outcome.Done(var registration, var _, boolean _) ->
          RegistrationViews.entry(registration, event);
      case Outcome.Refused(var refusal) -> throw Problems.of(refusal);
    };
  }
}
