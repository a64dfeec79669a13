package org.juxian.registration.web;

import jakarta.validation.Valid;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.Versioned;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.catalogue.EventEntrance;
import org.juxian.registration.checkin.SettleEntrance;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The doors and zones of an event. */
@RestController
class EntranceController {

  private final EventBook events;
  private final SettleEntrance settling;

  EntranceController(EventBook events, SettleEntrance settling) {
    this.events = events;
    this.settling = settling;
  }

  /** Version 0 and empty as long as nothing was settled: one door that lets everybody in once. */
  @GetMapping("/api/events/{id}/entrance")
  @AllowedTo(roles = {Roles.ORGANISER, Roles.DOOR_STAFF})
  ResponseEntity<DoorViews.EntranceView> show(@PathVariable String id, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toDoor(caller, event);
    return answer(event.entrance());
  }

  @PutMapping("/api/events/{id}/entrance")
  @AllowedTo(roles = Roles.ORGANISER)
  ResponseEntity<DoorViews.EntranceView> settle(
      @PathVariable String id,
      @RequestBody @Valid EntranceRequest request,
      IfMatch seen,
      Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toManage(caller, event);
    return settling
        .settle(event, seen.version(), request.read(event))
        .map(EntranceController::answer)
        .orElseThrow(() -> Problem.of(412, "stale"));
  }

  private static ResponseEntity<DoorViews.EntranceView> answer(EventEntrance settled) {
    return Versioned.ok(settled.version(), DoorViews.entrance(settled));
  }
}
