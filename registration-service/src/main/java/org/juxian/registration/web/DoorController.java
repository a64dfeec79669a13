package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.checkin.CheckIn;
import org.juxian.registration.registering.Outcome;
import org.juxian.registration.ticket.TicketTokens;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Letting people in. */
@RestController
class DoorController {

  /** What the scanner read. */
  record ScanRequest(@NotBlank @Size(max = 500) String token) {}

  /** A key with which a device checks tickets by itself: 32 bytes of RFC 8032, in hexadecimal. */
  record KeyView(String keyId, String publicKey) {}

  /** All such keys. */
  record Keys(List<KeyView> items) {}

  private final EventBook events;
  private final CheckIn checkIn;
  private final TicketTokens tokens;

  DoorController(EventBook events, CheckIn checkIn, TicketTokens tokens) {
    this.events = events;
    this.checkIn = checkIn;
    this.tokens = tokens;
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

  @GetMapping("/api/events/ticket-keys")
  @AllowedTo(anyone = true)
  Keys keys() {
    return new Keys(
        tokens.publicKeys().entrySet().stream()
            .map(key -> new KeyView(key.getKey(), key.getValue()))
            .toList());
  }
}
