package org.juxian.registration.web;

import jakarta.validation.Valid;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.Versioned;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.EventStore;
import org.juxian.registration.place.AdmissionSettings;
import org.juxian.registration.registering.SettleAdmission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What an organiser settles about admission to an event. */
@RestController
@AllowedTo(roles = Roles.ORGANISER)
class AdmissionController {

  private final EventStore events;
  private final SettleAdmission settling;
  private final Ids ids;

  AdmissionController(EventStore events, SettleAdmission settling, Ids ids) {
    this.events = events;
    this.settling = settling;
    this.ids = ids;
  }

  /** Version 0 as long as nothing was settled. */
  @GetMapping("/api/events/{id}/admission")
  ResponseEntity<AdmissionViews.AdmissionView> show(@PathVariable String id, Caller caller) {
    return answer(event(id, caller));
  }

  @PutMapping("/api/events/{id}/admission")
  ResponseEntity<AdmissionViews.AdmissionView> settle(
      @PathVariable String id,
      @RequestBody @Valid AdmissionRequest request,
      IfMatch seen,
      Caller caller) {
    Event event = event(id, caller);
    AdmissionSettings settings = new AdmissionReading(event, ids::next).read(request);
    return settling
        .settle(event, seen.version(), settings)
        .map(AdmissionController::answer)
        .orElseThrow(() -> Problem.of(412, "stale"));
  }

  private Event event(String id, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    if (!Access.manages(caller, event)) {
      throw Problem.of(403, "not-allowed");
    }
    return event;
  }

  private static ResponseEntity<AdmissionViews.AdmissionView> answer(Event event) {
    return Versioned.ok(event.admission().version(), AdmissionViews.of(event.admission()));
  }
}
