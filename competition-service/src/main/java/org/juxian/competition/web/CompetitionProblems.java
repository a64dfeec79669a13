package org.juxian.competition.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.juxian.competition.organising.KeptCompetition;
import org.juxian.competition.organising.Outcome;
import org.juxian.competition.schedule.CompetitionRefusal;
import org.juxian.event.Fault;
import org.juxian.event.Refusal;
import org.juxian.event.web.EventProblems;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.values.Text;

/** Turns refusals into problems. */
final class CompetitionProblems {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private static final Text HERE = new Text("", "");

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
      case CompetitionRefusal.Event(var why) -> EventProblems.of(asRequested(why));
      case CompetitionRefusal.Stale() -> Problem.of(412, "stale");
      case CompetitionRefusal.Unknown() -> Problem.notFound();
      case CompetitionRefusal.NotPublished() -> Problem.of(409, "not-published");
      case CompetitionRefusal.PersonBusy(var entry, var heat, var startsAt) ->
          clash("person", entry, HERE, heat, startsAt);
      case CompetitionRefusal.PersonBusyElsewhere(
              var entry,
              var competition,
              var heat,
              var startsAt) ->
          clash("person", entry, of(competition), heat, startsAt);
      case CompetitionRefusal.WorkstationBusy(var workstation, var heat, var startsAt) ->
          clash("workstation", workstation, HERE, heat, startsAt);
    };
  }

  /** A request gives its one ticket type piece by piece: faults are named as it has them. */
  private static Refusal asRequested(Refusal why) {
    return why instanceof Refusal.Invalid(var faults)
        ? new Refusal.Invalid(faults.stream().map(CompetitionProblems::asRequested).toList())
        : why;
  }

  private static Fault asRequested(Fault fault) {
    String field =
        fault
            .field()
            .replaceFirst("^ticketTypes\\[0]\\.team\\.", "entry.")
            .replaceFirst("^ticketTypes\\[0]\\.", "");
    return new Fault(field, fault.code(), fault.arguments());
  }

  /** Says who or which workstation is needed by which heat. */
  private static Problem clash(
      String what, String name, Text where, String heatId, Instant startsAt) {
    Text noun = what.equals("person") ? new Text("选手", "Entrant") : new Text("工位", "Workstation");
    return Problem.of(409, "heat-clash", noun, name, where, TIME.format(startsAt))
        .with("clashesWith", heatId)
        .with("reason", what);
  }

  private static Text of(Text competition) {
    return new Text("“" + competition.zh() + "”", " of \"" + competition.en() + "\"");
  }
}
