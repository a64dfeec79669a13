package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.place.Team;
import org.juxian.registration.registering.Application;
import org.juxian.registration.registering.Outcome;
import org.juxian.registration.waiting.JoinWaiting;
import org.juxian.registration.waiting.Queue;
import org.juxian.registration.web.RegistrationRequest.TeamRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The waiting list of an event: joining it, and the organiser's view of it. */
@RestController
class WaitingController {

  private static final int MOST = 2_000;

  /**
   * Somebody who would wait.
   *
   * @param team where teams register
   * @param group people who want a place each, the caller included
   * @param answers the caller's, where the organiser asks something
   */
  record WaitingRequest(
      @NotBlank @Size(max = 32) String ticketTypeId,
      @Size(max = 40) @Nullable String code,
      @Valid @Nullable TeamRequest team,
      @Valid @Nullable GroupRequest group,
      @Nullable Map<String, @Nullable Object> answers) {

    @Nullable Team people() {
      return group != null ? group.people().toTeam() : team == null ? null : team.toTeam();
    }
  }

  /** A group; {@code atLeast} so many places, or all if it is left out. */
  record GroupRequest(
      @NotNull @Valid TeamRequest people, @Min(1) @Max(100) @Nullable Integer atLeast) {}

  /** The higher, the sooner. */
  record PriorityRequest(@NotNull @Min(-1000) @Max(1000) Integer priority) {}

  /** Who waits. */
  record WaitingList(List<WaitingViews.EntryView> items) {}

  private final JoinWaiting joining;
  private final GivenAnswers answers;
  private final Queue queue;
  private final EventBook events;
  private final WaitingViews views;

  WaitingController(
      JoinWaiting joining,
      GivenAnswers answers,
      Queue queue,
      EventBook events,
      WaitingViews views) {
    this.joining = joining;
    this.answers = answers;
    this.queue = queue;
    this.events = events;
    this.views = views;
  }

  /** Joins at the end; a place that is free for a group is offered at once. */
  @PostMapping("/api/events/{id}/waiting")
  @AllowedTo(signedIn = true)
  @ResponseStatus(HttpStatus.CREATED)
  WaitingViews.MineView join(
      @PathVariable String id, @RequestBody @Valid WaitingRequest request, Caller caller) {
    if (request.team() != null && request.group() != null) {
      throw Problem.invalid("group", "team-not-expected");
    }
    Application wish =
        new Application(
            id,
            request.ticketTypeId(),
            caller.personId(),
            caller.name(),
            caller.grants(),
            request.code(),
            request.people(),
            null,
            null,
            false);
    answers.take(id, caller, request.answers());
    Integer atLeast = request.group() == null ? null : request.group().atLeast();
    String people = request.group() == null ? "team" : "group.people";
    return switch (joining.join(wish, atLeast)) {
      case Outcome.Done(var registration, var event, boolean _) -> views.mine(registration, event);
      case Outcome.Refused(var refusal) -> throw Problems.of(refusal, people);
    };
  }

  /** In order; the first 2,000. */
  @GetMapping("/api/events/{id}/waiting")
  @AllowedTo(roles = Roles.ORGANISER)
  WaitingList list(@PathVariable String id, Caller caller) {
    return new WaitingList(views.entries(queue.inOrder(id, MOST), event(id, caller)));
  }

  @PutMapping("/api/events/{id}/waiting/{registrationId}/priority")
  @AllowedTo(roles = Roles.ORGANISER)
  WaitingViews.MineView prioritise(
      @PathVariable String id,
      @PathVariable String registrationId,
      @RequestBody @Valid PriorityRequest request,
      Caller caller) {
    return switch (queue.prioritise(registrationId, event(id, caller), request.priority())) {
      case Outcome.Done(var registration, var event, boolean _) -> views.mine(registration, event);
      case Outcome.Refused(var refusal) -> throw Problems.of(refusal);
    };
  }

  private Event event(String id, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    if (!Access.manages(caller, event)) {
      throw Problem.of(403, "not-allowed");
    }
    return event;
  }
}
