package org.juxian.fair.interviewing;

import org.juxian.fair.booth.InterviewSlot;
import org.juxian.fair.managing.FairChanges;
import org.juxian.fair.managing.Outcome;
import org.springframework.stereotype.Component;

/** A person takes a free interview slot. */
@Component
public class TakeInterview {

  private final FairChanges changes;

  TakeInterview(FairChanges changes) {
    this.changes = changes;
  }

  /** Takes it; again by the same person changes nothing. */
  public Outcome take(String fairId, String slotId, InterviewSlot.Guest guest) {
    return changes.change(fairId, (fair, now) -> fair.takeInterview(slotId, guest, now));
  }
}
