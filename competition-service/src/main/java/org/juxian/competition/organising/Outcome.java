package org.juxian.competition.organising;

import org.juxian.competition.schedule.CompetitionRefusal;

/** What a use case did. */
public sealed interface Outcome {

  /** The competition as it is now. */
  record Done(KeptCompetition kept) implements Outcome {}

  /** Nothing, and why. */
  record Refused(CompetitionRefusal why) implements Outcome {}
}
