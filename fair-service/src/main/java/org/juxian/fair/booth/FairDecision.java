package org.juxian.fair.booth;

import java.util.List;
import org.juxian.event.Announcement;

/** What became of a wish to change a fair. */
public sealed interface FairDecision {

  /**
   * The fair as it is from now on, what everyone is told, what applicants are told and what those
   * with an interview are told.
   */
  record Accepted(
      Fair fair, Announcement announcement, List<BoothFact> facts, List<InterviewFact> interviews)
      implements FairDecision {

    public Accepted {
      facts = List.copyOf(facts);
      interviews = List.copyOf(interviews);
    }

    /** One that concerns no interview. */
    public Accepted(Fair fair, Announcement announcement, List<BoothFact> facts) {
      this(fair, announcement, facts, List.of());
    }
  }

  /** It stays as it was. */
  record Refused(FairRefusal why) implements FairDecision {}
}
