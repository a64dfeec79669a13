package org.juxian.fair.managing;

import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** An organiser opens a fair to the public. */
@Component
public class PublishFair {

  private final FairChanges changes;

  PublishFair(FairChanges changes) {
    this.changes = changes;
  }

  /**
   * Publishes it.
   *
   * @param edition what the organiser saw, if they say
   */
  public Outcome publish(String fairId, OptionalLong edition) {
    return changes.change(fairId, (fair, now) -> fair.publish(edition, now));
  }
}
