package org.juxian.registration.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.checkin.CheckIn;
import org.juxian.registration.checkin.Passed;
import org.juxian.registration.checkin.UndoCheckIn;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Scan;
import org.juxian.registration.place.Showing;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Letting people in and out. */
@RestController
@AllowedTo(roles = {Roles.DOOR_STAFF, Roles.ORGANISER})
class DoorController {

  private final EventBook events;
  private final CheckIn checkIn;
  private final UndoCheckIn undoing;
  private final Ids ids;
  private final InstantSource clock;

  DoorController(
      EventBook events, CheckIn checkIn, UndoCheckIn undoing, Ids ids, InstantSource clock) {
    this.events = events;
    this.checkIn = checkIn;
    this.undoing = undoing;
    this.ids = ids;
    this.clock = clock;
  }

  /** By the ticket's code or from the list: one of {@code token} and {@code registrationId}. */
  @PostMapping("/api/events/{id}/check-ins")
  DoorViews.Entry checkIn(
      @PathVariable String id, @RequestBody @Valid CheckInRequest request, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toDoor(caller, event);
    String token = request.token();
    String registrationId = request.registrationId();
    Showing showing = showing(request, caller);
    if (token != null && registrationId == null) {
      return answer(checkIn.byToken(event, token.strip(), showing), event);
    }
    if (token == null && registrationId != null) {
      return answer(checkIn.byRegistration(event, registrationId, showing), event);
    }
    throw Problem.invalid(token == null ? "token" : "registrationId", "token-or-registration");
  }

  /**
   * Takes back what happened last with a ticket: for ten minutes those at the door may, and those
   * who organise the event always.
   */
  @PostMapping("/api/events/{id}/check-ins/{nonce}/undo")
  DoorViews.Entry undo(@PathVariable String id, @PathVariable String nonce, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toDoor(caller, event);
    return answer(
        undoing
            .undo(id, nonce, caller.personId(), Access.manages(caller, event))
            .orElseThrow(Problem::notFound),
        event);
  }

  private Showing showing(CheckInRequest request, Caller caller) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Showing(
        Objects.requireNonNullElseGet(request.nonce(), ids::next),
        "out".equals(request.direction()) ? Scan.Direction.OUT : Scan.Direction.IN,
        request.doorId(),
        null,
        now,
        now,
        caller.personId(),
        null);
  }

  private static DoorViews.Entry answer(Passed passed, Event event) {
    return switch (passed) {
      case Passed.Through(var registration, var scan, boolean repeated) ->
          DoorViews.entry(registration, scan, repeated, event);
      case Passed.Noted(var registration, var scan, boolean repeated) ->
          DoorViews.entry(registration, scan, repeated, event);
      case Passed.Refused(Refusal.NoSuchRegistration()) ->
          throw Problem.invalid("registrationId", "registration");
      case Passed.Refused(var refusal) -> throw Problems.of(refusal);
    };
  }
}
