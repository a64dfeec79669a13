package org.juxian.competition.schedule;

import java.util.List;
import org.juxian.event.Announcement;

/** What became of a wish to change a competition. */
public sealed interface CompetitionDecision {

  /** The competition from now on, what everyone is told, and what entrants are told. */
  record Accepted(Competition competition, Announcement announcement, List<HeatFact> facts)
      implements CompetitionDecision {

    public Accepted {
      facts = List.copyOf(facts);
    }
  }

  /** It stays as it was. */
  record Refused(CompetitionRefusal why) implements CompetitionDecision {}
}
