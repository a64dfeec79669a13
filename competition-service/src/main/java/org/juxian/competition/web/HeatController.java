package org.juxian.competition.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.juxian.competition.organising.CompetitionChanges;
import org.juxian.competition.organising.Competitions;
import org.juxian.competition.organising.KeptCompetition;
import org.juxian.competition.schedule.Heat;
import org.juxian.competition.schedule.Schedule;
import org.juxian.event.web.EventAccess;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.Versioned;
import org.juxian.platform.values.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who competes when and where. */
@RestController
@RequestMapping("/api/competitions")
@Tag(name = "Heats")
class HeatController {

  private static final int MOST_COMPETITIONS = 200;

  private final VisibleCompetitions visible;
  private final Competitions competitions;
  private final CompetitionChanges changes;
  private final Ids ids;

  HeatController(
      VisibleCompetitions visible, Competitions competitions, CompetitionChanges changes, Ids ids) {
    this.visible = visible;
    this.competitions = competitions;
    this.changes = changes;
    this.ids = ids;
  }

  /** A heat of the caller, and which competition it belongs to. */
  record MyHeat(String competitionId, Text competitionTitle, HeatView heat) {}

  @GetMapping("/{id}/heats")
  @AllowedTo(anyone = true)
  @Operation(summary = "The heats, in order; names are shown to its organisers")
  Page<HeatView> list(@PathVariable String id, Optional<Caller> caller) {
    KeptCompetition kept = visible.seenBy(caller, id);
    boolean named = EventAccess.manages(caller, kept.competition().event());
    Schedule schedule = kept.competition().schedule();
    return new Page<>(
        schedule.heats().stream().map(heat -> HeatView.of(heat, schedule, named)).toList(), null);
  }

  @GetMapping("/heats/mine")
  @AllowedTo(signedIn = true)
  @Operation(summary = "The heats in which the caller competes")
  Page<MyHeat> mine(Caller caller) {
    List<MyHeat> mine = new ArrayList<>();
    for (KeptCompetition kept : competitions.enteredBy(caller.personId(), MOST_COMPETITIONS)) {
      Schedule schedule = kept.competition().schedule();
      for (Heat heat : schedule.heats()) {
        HeatView own =
            HeatView.of(
                heat,
                schedule,
                true,
                one -> schedule.entry(one).personId().equals(caller.personId()));
        if (!own.assignments().isEmpty()) {
          mine.add(new MyHeat(kept.id(), kept.competition().event().details().title(), own));
        }
      }
    }
    return new Page<>(mine, null);
  }

  @PostMapping("/{id}/heats")
  @AllowedTo(roles = Roles.ORGANISER)
  @Operation(
      summary = "Schedule a heat",
      description = "409 heat-clash where a person or a workstation would be in two heats at once.")
  ResponseEntity<HeatView> schedule(
      @PathVariable String id, @RequestBody @Valid HeatRequest request, Caller caller) {
    visible.managedBy(caller, id);
    Heat heat = request.heat(ids.next());
    KeptCompetition kept =
        CompetitionProblems.done(
            changes.change(id, (competition, now) -> competition.schedule(heat, now)));
    return Versioned.created(
        "/api/competitions/" + id + "/heats/" + heat.id(), 1, shown(kept, heat.id()));
  }

  @PutMapping("/{id}/heats/{heatId}")
  @AllowedTo(roles = Roles.ORGANISER)
  @Operation(summary = "Reschedule a heat", description = "Needs the heat's version in If-Match.")
  ResponseEntity<HeatView> reschedule(
      @PathVariable String id,
      @PathVariable String heatId,
      @RequestBody @Valid HeatRequest request,
      IfMatch seen,
      Caller caller) {
    visible.managedBy(caller, id);
    KeptCompetition kept =
        CompetitionProblems.done(
            changes.change(
                id,
                (competition, now) ->
                    competition.reschedule(heatId, seen.version(), request.heat(heatId), now)));
    HeatView heat = shown(kept, heatId);
    return Versioned.ok(heat.version(), heat);
  }

  @DeleteMapping("/{id}/heats/{heatId}")
  @AllowedTo(roles = Roles.ORGANISER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Cancel a heat", description = "Needs the heat's version in If-Match.")
  void cancel(@PathVariable String id, @PathVariable String heatId, IfMatch seen, Caller caller) {
    visible.managedBy(caller, id);
    CompetitionProblems.done(
        changes.change(id, (competition, now) -> competition.remove(heatId, seen.version(), now)));
  }

  private static HeatView shown(KeptCompetition kept, String heatId) {
    Schedule schedule = kept.competition().schedule();
    return schedule.heats().stream()
        .filter(heat -> heat.id().equals(heatId))
        .findFirst()
        .map(heat -> HeatView.of(heat, schedule, true))
        .orElseThrow(Problem::notFound);
  }
}
