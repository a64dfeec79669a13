package org.juxian.registration.web;

import java.util.List;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationsOfPerson;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Registration.Cancelled;
import org.juxian.registration.registering.CancelRegistration;
import org.juxian.registration.registering.Outcome;
import org.juxian.registration.ticket.QrCode;
import org.juxian.registration.ticket.Tickets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own registrations. */
@RestController
@AllowedTo(signedIn = true)
class RegistrationController {

  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

  private final RegistrationsOfPerson registrations;
  private final SeenRegistrations seen;
  private final CancelRegistration cancellation;
  private final RegistrationViews views;
  private final Tickets tickets;

  RegistrationController(
      RegistrationsOfPerson registrations,
      SeenRegistrations seen,
      CancelRegistration cancellation,
      RegistrationViews views,
      Tickets tickets) {
    this.registrations = registrations;
    this.seen = seen;
    this.cancellation = cancellation;
    this.views = views;
    this.tickets = tickets;
  }

  /** Newest first. */
  @GetMapping("/api/registrations/mine")
  Page<RegistrationViews.RegistrationView> mine(PageQuery page, Caller caller) {
    List<Saved> found =
        registrations.own(caller.personId(), page.after().orElse(null), page.limit() + 1);
    return Page.of(
        found,
        page.limit(),
        saved -> saved.registration().booking().id(),
        saved -> views.view(saved.registration(), seen.event(saved.registration())));
  }

  @GetMapping("/api/registrations/{id}")
  RegistrationViews.RegistrationView show(@PathVariable String id, Caller caller) {
    SeenRegistrations.Seen found = seen.by(caller, id);
    return views.view(found.registration(), found.event());
  }

  /** Gives the place back; again and again it stays given back. */
  @PostMapping("/api/registrations/{id}/cancel")
  RegistrationViews.RegistrationView cancel(@PathVariable String id, Caller caller) {
    SeenRegistrations.Seen found = seen.by(caller, id);
    boolean own = found.registration().booking().personId().equals(caller.personId());
    Outcome outcome =
        own
            ? cancellation.own(id, found.event(), caller.personId())
            : cancellation.cancel(id, found.event(), Cancelled.By.ORGANISER, null);
    return switch (outcome) {
      case Outcome.Done(var registration, var event, boolean _) -> views.view(registration, event);
      case Outcome.Refused(var refusal) -> throw Problems.of(refusal);
    };
  }

  @GetMapping("/api/registrations/{id}/qr.svg")
  ResponseEntity<String> qr(@PathVariable String id, Caller caller) {
    SeenRegistrations.Seen found = seen.by(caller, id);
    if (!(found.registration() instanceof Registration.Active active)) {
      throw Problem.of(409, "ticket-cancelled");
    }
    return ResponseEntity.ok()
        .contentType(SVG)
        .cacheControl(CacheControl.noStore())
        .body(QrCode.svg(tickets.token(active.booking(), found.event())));
  }
}
