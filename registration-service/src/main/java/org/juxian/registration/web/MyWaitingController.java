package org.juxian.registration.web;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration.Cancelled;
import org.juxian.registration.registering.CancelRegistration;
import org.juxian.registration.registering.Outcome;
import org.juxian.registration.waiting.AnswerOffer;
import org.juxian.registration.web.RegistrationRequest.TeamRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a person stands in waiting lists, and their answers to offers. */
@RestController
@AllowedTo(signedIn = true)
class MyWaitingController {

  /** Who comes, where a group was offered fewer places than it has people. */
  record AcceptRequest(@Valid @Nullable TeamRequest group) {}

  /** What a person waits for at an event, or is offered. */
  record Mine(List<WaitingViews.MineView> items) {}

  private final RegistrationStore registrations;
  private final EventBook events;
  private final AnswerOffer answers;
  private final CancelRegistration cancellation;
  private final WaitingViews views;

  MyWaitingController(
      RegistrationStore registrations,
      EventBook events,
      AnswerOffer answers,
      CancelRegistration cancellation,
      WaitingViews views) {
    this.registrations = registrations;
    this.events = events;
    this.answers = answers;
    this.cancellation = cancellation;
    this.views = views;
  }

  @GetMapping("/api/events/{id}/waiting/mine")
  Mine mine(@PathVariable String id, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    return new Mine(
        pending(id, caller).stream()
            .map(saved -> views.mine(saved.registration(), event))
            .toList());
  }

  /** Leaves the list, and gives back what is offered; done twice it is done once. */
  @DeleteMapping("/api/events/{id}/waiting/mine")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(@PathVariable String id, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    for (Saved saved : pending(id, caller)) {
      var _ =
          cancellation.cancel(
              saved.registration().booking().id(), event, Cancelled.By.PERSON, null);
    }
  }

  @PostMapping("/api/registrations/{id}/accept")
  RegistrationViews.RegistrationView accept(
      @PathVariable String id, @RequestBody @Valid AcceptRequest request, Caller caller) {
    Event event = own(id, caller);
    return answer(
        answers.accept(id, event, request.group() == null ? null : request.group().toTeam()));
  }

  @PostMapping("/api/registrations/{id}/decline")
  RegistrationViews.RegistrationView decline(@PathVariable String id, Caller caller) {
    Event event = own(id, caller);
    boolean offered =
        registrations
            .find(id)
            .filter(saved -> saved.registration() instanceof Pending.Offered)
            .isPresent();
    if (!offered) {
      throw Problem.of(409, "not-offered");
    }
    return answer(cancellation.cancel(id, event, Cancelled.By.PERSON, null));
  }

  private RegistrationViews.RegistrationView answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var registration, var event, boolean _) ->
          views.registration(registration, event);
      case Outcome.Refused(var refusal) -> throw Problems.of(refusal, "group");
    };
  }

  private Event own(String id, Caller caller) {
    return registrations
        .find(id)
        .map(saved -> saved.registration().booking())
        .filter(booking -> booking.personId().equals(caller.personId()))
        .flatMap(booking -> events.find(booking.eventId()))
        .orElseThrow(Problem::notFound);
  }

  private List<Saved> pending(String eventId, Caller caller) {
    return registrations.allStanding(eventId, caller.personId()).stream()
        .filter(
            saved ->
                saved.registration() instanceof Pending.Waiting
                    || saved.registration() instanceof Pending.Offered)
        .toList();
  }
}
