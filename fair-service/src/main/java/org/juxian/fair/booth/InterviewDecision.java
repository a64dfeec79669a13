package org.juxian.fair.booth;

import java.util.List;

/** What became of a wish about interview slots. */
public sealed interface InterviewDecision {

  /** The slots as they are from now on, and what those who took one are told. */
  record Decided(Interviews interviews, List<InterviewFact> facts) implements InterviewDecision {

    public Decided {
      facts = List.copyOf(facts);
    }
  }

  /** They stay as they were. */
  record Refused(FairRefusal why) implements InterviewDecision {}
}
