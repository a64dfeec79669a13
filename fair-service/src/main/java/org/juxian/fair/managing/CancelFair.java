package org.juxian.fair.managing;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.springframework.stereotype.Component;

/** An organiser calls a fair off. */
@Component
public class CancelFair {

  private final FairChanges changes;

  CancelFair(FairChanges changes) {
    this.changes = changes;
  }

  /**
   * Cancels it and closes its applications.
   *
   * @param edition what the organiser saw, if they say
   * @param reason what people are told
   */
  public Outcome cancel(String fairId, OptionalLong edition, @Nullable Text reason) {
    return changes.change(fairId, (fair, now) -> fair.cancel(edition, reason, now));
  }
}
