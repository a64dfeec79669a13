package org.juxian.forum.web;

import java.util.Optional;
import org.juxian.event.web.EventAccess;
import org.juxian.forum.planning.Forums;
import org.juxian.forum.planning.KeptForum;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.Caller;
import org.springframework.stereotype.Component;

/**
 * Forums as callers may have them: the check of ownership. What it reads for that never changes
 * (whose forum it is) or only opens (that it was published), so it may come before the use case.
 */
@Component
class VisibleForums {

  private final Forums forums;

  VisibleForums(Forums forums) {
    this.forums = forums;
  }

  /** One that the caller may see. */
  KeptForum seenBy(Optional<Caller> caller, String id) {
    KeptForum kept = forums.find(id).orElseThrow(Problem::notFound);
    EventAccess.requireVisible(caller, kept.forum().event());
    return kept;
  }

  /** One that the caller manages. */
  KeptForum managedBy(Caller caller, String id) {
    KeptForum kept = forums.find(id).orElseThrow(Problem::notFound);
    EventAccess.requireManager(caller, kept.forum().event());
    return kept;
  }
}
