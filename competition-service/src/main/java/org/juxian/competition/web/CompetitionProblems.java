package org.juxian.competition.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.juxian.competition.organising.KeptCompetition;
import org.juxian.competition.organising.Outcome;
import org.juxian.competition.schedule.CompetitionRefusal;
import org.juxian.event.web.EventProblems;
import org.juxian.platform.service.problem.Problem;

/** Turns refusals into problems. */
final class CompetitionProblems {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private CompetitionProblems() {}

  /** The competition as it is now, or the refusal as the problem that is thrown. */
  static KeptCompetition done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var kept) -> kept;
      case Outcome.Refused(var why) -> throw of(why);
    };
  }

  private static Problem of(CompetitionRefusal refusal) {
    return switch (refusal) {
      case CompetitionRefusal.Event(var why) -> EventProblems.of(why);
      case CompetitionRefusal.Stale() -> Problem.of(412, "stale");
      case CompetitionRefusal.Unknown() -> Problem.notFound();
      case CompetitionRefusal.NotPublished() -> Problem.of(409, "not-published");
      case CompetitionRefusal.PersonBusy(var entry, var heat, var startsAt) ->
          clash(entry, heat, startsAt);
      case CompetitionRefusal.WorkstationBusy(var workstation, var heat, var startsAt) ->
          clash(workstation, heat, startsAt);
    };
  }

  private static Problem clash(String what, String heatId, Instant startsAt) {
    return Problem.of(409, "heat-clash", what, TIME.format(startsAt)).with("clashesWith", heatId);
  }
}
