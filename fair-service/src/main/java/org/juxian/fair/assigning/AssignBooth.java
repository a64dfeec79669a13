package org.juxian.fair.assigning;

import java.util.OptionalLong;
import org.juxian.fair.managing.FairChanges;
import org.juxian.fair.managing.Outcome;
import org.springframework.stereotype.Component;

/**
 * An organiser gives a company a booth, or another one instead of the one that it holds: in one
 * write, so that it never holds both and never loses the old one for nothing.
 */
@Component
public class AssignBooth {

  private final FairChanges changes;

  AssignBooth(FairChanges changes) {
    this.changes = changes;
  }

  /**
   * Assigns it.
   *
   * @param seen the version of the application that the caller saw, if they say
   */
  public Outcome assign(String fairId, String applicationId, OptionalLong seen, String boothId) {
    return changes.change(fairId, (fair, now) -> fair.assign(applicationId, seen, boothId, now));
  }
}
