package org.juxian.fair.interviewing;

import org.juxian.fair.managing.FairChanges;
import org.juxian.fair.managing.Outcome;
import org.springframework.stereotype.Component;

/** Who took an interview slot gives it back, so that somebody else can take it. */
@Component
public class GiveInterviewBack {

  private final FairChanges changes;

  GiveInterviewBack(FairChanges changes) {
    this.changes = changes;
  }

  /** Gives it back; of a slot that is not this person's there is none for them. */
  public Outcome giveBack(String fairId, String slotId, String personId) {
    return changes.change(fairId, (fair, now) -> fair.giveInterviewBack(slotId, personId, now));
  }
}
