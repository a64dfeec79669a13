package org.juxian.competition.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.juxian.competition.organising.CompetitionChanges;
import org.juxian.competition.organising.KeptCompetition;
import org.juxian.event.web.CancelRequest;
import org.juxian.event.web.EventAccess;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.Versioned;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Organisers plan competitions, open them for entry and call them off. */
@RestController
@RequestMapping("/api/competitions")
@Tag(name = "Competitions")
@AllowedTo(roles = Roles.ORGANISER)
class CompetitionController {

  private final VisibleCompetitions competitions;
  private final CompetitionChanges changes;
  private final Ids ids;

  CompetitionController(VisibleCompetitions competitions, CompetitionChanges changes, Ids ids) {
    this.competitions = competitions;
    this.changes = changes;
    this.ids = ids;
  }

  @PostMapping
  @Operation(summary = "Draft a competition")
  ResponseEntity<CompetitionView> create(
      @RequestBody @Valid CompetitionRequest request, Caller caller) {
    EventAccess.requireManager(caller, request.organisationId());
    KeptCompetition made =
        CompetitionProblems.done(changes.create(request.details(ids.next()), request.programme()));
    return Versioned.created(
        "/api/competitions/" + made.id(), made.competition().edition(), CompetitionView.of(made));
  }

  @PutMapping("/{id}")
  @Operation(summary = "Change a competition", description = "Needs the ETag in If-Match.")
  ResponseEntity<CompetitionView> edit(
      @PathVariable String id,
      @RequestBody @Valid CompetitionRequest request,
      IfMatch seen,
      Caller caller) {
    KeptCompetition before = competitions.managedBy(caller, id);
    String ticketType = before.competition().event().details().ticketTypes().getFirst().id();
    return answer(
        CompetitionProblems.done(
            changes.change(
                id,
                (competition, now) ->
                    competition.edit(
                        OptionalLong.of(seen.version()),
                        request.details(ticketType),
                        request.programme(),
                        now))));
  }

  @PostMapping("/{id}/publish")
  @Operation(summary = "Open a competition for entry", description = "If-Match may be given.")
  ResponseEntity<CompetitionView> publish(
      @PathVariable String id, Optional<IfMatch> seen, Caller caller) {
    competitions.managedBy(caller, id);
    return answer(
        CompetitionProblems.done(
            changes.change(id, (competition, now) -> competition.publish(edition(seen), now))));
  }

  @PostMapping("/{id}/cancel")
  @Operation(summary = "Call a competition off", description = "Final. If-Match may be given.")
  ResponseEntity<CompetitionView> cancel(
      @PathVariable String id,
      @RequestBody(required = false) @Valid @Nullable CancelRequest request,
      Optional<IfMatch> seen,
      Caller caller) {
    competitions.managedBy(caller, id);
    return answer(
        CompetitionProblems.done(
            changes.change(
                id,
                (competition, now) ->
                    competition.cancel(
                        edition(seen), request == null ? null : request.reason(), now))));
  }

  static ResponseEntity<CompetitionView> answer(KeptCompetition kept) {
    return Versioned.ok(kept.competition().edition(), CompetitionView.of(kept));
  }

  private static OptionalLong edition(Optional<IfMatch> seen) {
    return seen.isPresent() ? OptionalLong.of(seen.get().version()) : OptionalLong.empty();
  }
}
