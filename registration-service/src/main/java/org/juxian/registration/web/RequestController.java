package org.juxian.registration.web;

import jakarta.validation.Valid;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.registering.ApproveRequest;
import org.juxian.registration.registering.Outcome;
import org.juxian.registration.registering.RejectRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The organiser's word on registrations that need approval. */
@RestController
@AllowedTo(roles = Roles.ORGANISER)
class RequestController {

  /** Why not. */
  record Rejection(@Valid @Localized(max = 500) @Nullable Text reason) {}

  private final ApproveRequest approval;
  private final RejectRequest rejection;
  private final RegistrationStore registrations;
  private final EventBook events;
  private final RegistrationViews views;

  RequestController(
      ApproveRequest approval,
      RejectRequest rejection,
      RegistrationStore registrations,
      EventBook events,
      RegistrationViews views) {
    this.approval = approval;
    this.rejection = rejection;
    this.registrations = registrations;
    this.events = events;
    this.views = views;
  }

  @PostMapping("/api/registrations/{id}/approve")
  RegistrationViews.RegistrationView approve(@PathVariable String id, Caller caller) {
    return decide(id, caller, event -> approval.approve(id, event));
  }

  @PostMapping("/api/registrations/{id}/reject")
  RegistrationViews.RegistrationView reject(
      @PathVariable String id, @RequestBody @Valid Rejection request, Caller caller) {
    return decide(id, caller, event -> rejection.reject(id, event, request.reason()));
  }

  private RegistrationViews.RegistrationView decide(
      String id, Caller caller, Function<Event, Outcome> decision) {
    Event event =
        registrations
            .find(id)
            .flatMap(saved -> events.find(saved.registration().booking().eventId()))
            .filter(found -> Access.manages(caller, found))
            .orElseThrow(Problem::notFound);
    return switch (decision.apply(event)) {
      case Outcome.Done(var registration, var of, boolean _) -> views.view(registration, of);
      case Outcome.Refused(var refusal) -> throw Problems.of(refusal);
    };
  }
}
