package org.juxian.fair.assigning;

import java.util.OptionalLong;
import org.juxian.fair.managing.FairChanges;
import org.juxian.fair.managing.Outcome;
import org.springframework.stereotype.Component;

/** An organiser declines an application. */
@Component
public class RejectApplication {

  private final FairChanges changes;

  RejectApplication(FairChanges changes) {
    this.changes = changes;
  }

  /**
   * Declines it.
   *
   * @param seen the version that the caller saw, if they say
   * @param reason what the applicant is told
   */
  public Outcome reject(String fairId, String applicationId, OptionalLong seen, String reason) {
    return changes.change(fairId, (fair, now) -> fair.reject(applicationId, seen, reason, now));
  }
}
