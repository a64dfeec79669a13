package org.juxian.fair.interviewing;

import org.jspecify.annotations.Nullable;
import org.juxian.fair.managing.FairChanges;
import org.juxian.fair.managing.Outcome;
import org.springframework.stereotype.Component;

/** An exhibitor closes a free interview slot, or calls off one that somebody took. */
@Component
public class CloseInterview {

  private final FairChanges changes;

  CloseInterview(FairChanges changes) {
    this.changes = changes;
  }

  /**
   * Closes it.
   *
   * @param reason what who took it is told, if anything
   */
  public Outcome close(
      String fairId, String applicationId, String slotId, @Nullable String reason) {
    return changes.change(
        fairId, (fair, now) -> fair.closeInterview(applicationId, slotId, reason, now));
  }
}
