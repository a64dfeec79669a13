package org.juxian.registration.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.registration.agenda.Agenda;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.AgendaRule;
import org.juxian.registration.registering.Application;
import org.juxian.registration.registering.Outcome;
import org.juxian.registration.registering.RegisterAttendee;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Registering for an event. */
@RestController
class RegisteringController {

  private static final List<String> COMES_FROM =
      List.of(Roles.EXHIBITOR, Roles.SCHOOL_COORDINATOR, Roles.JUDGE, Roles.SPEAKER);

  private final RegisterAttendee registering;
  private final RegistrationViews views;
  private final GivenAnswers answers;
  private final Agenda agenda;

  RegisteringController(
      RegisterAttendee registering, RegistrationViews views, GivenAnswers answers, Agenda agenda) {
    this.registering = registering;
    this.views = views;
    this.answers = answers;
    this.agenda = agenda;
  }

  /** The Idempotency-Key is kept with the registration: a repeated request gets what it made. */
  @PostMapping("/api/events/{id}/registrations")
  @AllowedTo(signedIn = true)
  ResponseEntity<RegistrationViews.RegistrationView> register(
      @PathVariable String id,
      @RequestBody @Valid RegistrationRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Caller caller) {
    Application wish =
        new Application(
            id,
            request.ticketTypeId(),
            caller.personId(),
            caller.name(),
            caller.grants(),
            request.code(),
            request.toTeam(),
            organisation(caller),
            RequestKeys.of(key, id, caller.personId(), request),
            false);
    answers.take(id, caller, request.answers());
    return switch (registering.register(wish)) {
      case Outcome.Done(var registration, var event, boolean repeated) -> {
        ResponseEntity.BodyBuilder answer =
            ResponseEntity.created(URI.create("/api/registrations/" + registration.booking().id()));
        if (repeated) {
          answer.header("Idempotency-Replayed", "true");
        }
        yield answer.body(views.asMade(registration, event, clash(caller, event)));
      }
      case Outcome.Refused(var refusal) -> throw Problems.of(refusal);
    };
  }

  /** Where the caller comes from, if that is one place: those who run events come from nowhere. */
  static @Nullable String organisation(Caller caller) {
    Set<String> ids = new TreeSet<>();
    COMES_FROM.forEach(role -> ids.addAll(caller.organisationsAs(role)));
    return ids.size() == 1 ? ids.iterator().next() : null;
  }

  private RegistrationViews.@Nullable Clash clash(Caller caller, Event event) {
    return event.admission().settings().agenda().onClash() == AgendaRule.OnClash.WARN
        ? agenda.clash(caller.personId(), event).map(RegistrationViews.Clash::of).orElse(null)
        : null;
  }
}
