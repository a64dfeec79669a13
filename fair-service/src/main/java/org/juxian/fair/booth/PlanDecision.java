package org.juxian.fair.booth;

import java.util.List;

/** What became of a wish to change who stands where. */
public sealed interface PlanDecision {

  /** The plan as it is from now on, and what its applicants are told. */
  record Planned(HallPlan plan, List<BoothFact> facts) implements PlanDecision {

    public Planned {
      facts = List.copyOf(facts);
    }
  }

  /** It stays as it was. */
  record Refused(FairRefusal why) implements PlanDecision {}
}
