package org.juxian.fair.applying;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.juxian.fair.managing.FairChanges;
import org.juxian.fair.managing.Outcome;
import org.springframework.stereotype.Component;

/** An applicant or an organiser takes an application back, and with it the booth. */
@Component
public class WithdrawApplication {

  private final FairChanges changes;

  WithdrawApplication(FairChanges changes) {
    this.changes = changes;
  }

  /**
   * Withdraws it.
   *
   * @param seen the version that the caller saw, if they say
   */
  public Outcome withdraw(
      String fairId, String applicationId, OptionalLong seen, @Nullable String reason) {
    return changes.change(fairId, (fair, now) -> fair.withdraw(applicationId, seen, reason, now));
  }
}
