package org.juxian.competition.schedule;

import java.time.Instant;
import org.juxian.event.Refusal;
import org.juxian.platform.values.Text;

/** Why a competition and its heats stay as they are. */
public sealed interface CompetitionRefusal {

  /** A rule for every kind of event, or a fault in the request. */
  record Event(Refusal why) implements CompetitionRefusal {}

  /** Somebody else changed it since the caller looked. */
  record Stale() implements CompetitionRefusal {}

  /** There is no such competition, or no such heat in it. */
  record Unknown() implements CompetitionRefusal {}

  /** Heats are scheduled once it is open for entry. */
  record NotPublished() implements CompetitionRefusal {}

  /** Somebody of this entry competes at that time already, in the heat that starts then. */
  record PersonBusy(String entryName, String otherHeatId, Instant otherStartsAt)
      implements CompetitionRefusal {}

  /** Somebody of this entry competes at that time already, in a heat of another competition. */
  record PersonBusyElsewhere(
      String entryName, Text otherCompetition, String otherHeatId, Instant otherStartsAt)
      implements CompetitionRefusal {}

  /** The workstation is used at that time already, in the heat that starts then. */
  record WorkstationBusy(String workstation, String otherHeatId, Instant otherStartsAt)
      implements CompetitionRefusal {}
}
