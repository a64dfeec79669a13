package org.juxian.fair.web;

import java.util.Optional;
import org.juxian.event.web.EventAccess;
import org.juxian.fair.booth.BoothApplication;
import org.juxian.fair.managing.Fairs;
import org.juxian.fair.managing.KeptFair;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.Caller;
import org.springframework.stereotype.Component;

/**
 * Fairs as callers may have them: the check of ownership. What it reads for that never changes
 * (whose fair it is, who applied) or only opens (that it was published), so it may come before the
 * use case.
 */
@Component
class VisibleFairs {

  private final Fairs fairs;

  VisibleFairs(Fairs fairs) {
    this.fairs = fairs;
  }

  /** One that the caller may see. */
  KeptFair seenBy(Optional<Caller> caller, String id) {
    KeptFair kept = fairs.find(id).orElseThrow(Problem::notFound);
    EventAccess.requireVisible(caller, kept.fair().event());
    return kept;
  }

  /** One that the caller manages. */
  KeptFair managedBy(Caller caller, String id) {
    KeptFair kept = fairs.find(id).orElseThrow(Problem::notFound);
    EventAccess.requireManager(caller, kept.fair().event());
    return kept;
  }

  /** One at which the caller applied with this application; others are told that there is none. */
  KeptFair appliedBy(Caller caller, String fairId, String applicationId) {
    KeptFair kept = seenBy(Optional.of(caller), fairId);
    BoothApplication application = kept.fair().plan().applications().get(applicationId);
    if (application == null || !application.applicant().personId().equals(caller.personId())) {
      throw Problem.notFound();
    }
    return kept;
  }

  /** Passes if the caller manages the fair or applied; others are told that there is none. */
  void requireParty(Caller caller, String fairId, String applicationId) {
    KeptFair kept = seenBy(Optional.of(caller), fairId);
    BoothApplication application = kept.fair().plan().applications().get(applicationId);
    boolean party =
        application != null
            && (application.applicant().personId().equals(caller.personId())
                || EventAccess.manages(Optional.of(caller), kept.fair().event()));
    if (!party) {
      throw Problem.notFound();
    }
  }
}
