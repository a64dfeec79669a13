package org.juxian.fair.booth;

import java.util.List;
import org.juxian.event.Announcement;

/** What became of a wish to change a fair. */
public sealed interface FairDecision {

  /** The fair as it is from now on, what everyone is told and what applicants are told. */
  record Accepted(Fair fair, Announcement announcement, List<BoothFact> facts)
      implements FairDecision {

    public Accepted {
      facts = List.copyOf(facts);
    }
  }

  /** It stays as it was. */
  record Refused(FairRefusal why) implements FairDecision {}
}
