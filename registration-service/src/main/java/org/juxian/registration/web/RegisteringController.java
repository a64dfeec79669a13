package org.juxian.registration.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.persistence.RegistrationDocument.Status;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.registering.Application;
import org.juxian.registration.registering.Outcome;
import org.juxian.registration.registering.RegisterAttendee;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Registering for an event, and the organiser's list of who did. */
@RestController
class RegisteringController {

  private static final Map<String, Status> STATUSES =
      Map.of(
          "confirmed", Status.CONFIRMED,
          "checked-in", Status.CHECKED_IN,
          "cancelled", Status.CANCELLED);

  private final RegisterAttendee registering;
  private final RegistrationStore registrations;
  private final EventBook events;
  private final RegistrationViews views;

  RegisteringController(
      RegisterAttendee registering,
      RegistrationStore registrations,
      EventBook events,
      RegistrationViews views) {
    this.registering = registering;
    this.registrations = registrations;
    this.events = events;
    this.views = views;
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
            request.toTeam(),
            RequestKeys.of(key, id, caller.personId(), request));
    return switch (registering.register(wish)) {
      case Outcome.Done(var registration, var event, boolean repeated) -> {
        ResponseEntity.BodyBuilder answer =
            ResponseEntity.created(URI.create("/api/registrations/" + registration.booking().id()));
        if (repeated) {
          answer.header("Idempotency-Replayed", "true");
        }
        yield answer.body(views.asMade(registration, event));
      }
      case Outcome.Refused(var refusal) -> throw Problems.of(refusal);
    };
  }

  @GetMapping("/api/events/{id}/registrations")
  @AllowedTo(roles = {Roles.ORGANISER, Roles.DOOR_STAFF})
  Page<RegistrationViews.RegistrationRow> list(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String query,
      @RequestParam(required = false) @Nullable String status,
      PageQuery page,
      Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toDoor(caller, event);
    List<Saved> found =
        registrations.ofEvent(
            id,
            status(status),
            EventController.text(query),
            page.after().orElse(null),
            page.limit() + 1);
    return Page.of(
        found,
        page.limit(),
        saved -> saved.registration().booking().id(),
        saved -> RegistrationViews.row(saved.registration(), event));
  }

  private static @Nullable Status status(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    Status status = STATUSES.get(given.toLowerCase(Locale.ROOT));
    if (status == null) {
      throw Problem.of(400, "invalid").field("status", "status");
    }
    return status;
  }
}
