package org.juxian.competition.web;

import java.util.Optional;
import org.juxian.competition.organising.Competitions;
import org.juxian.competition.organising.KeptCompetition;
import org.juxian.event.web.EventAccess;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.Caller;
import org.springframework.stereotype.Component;

/** Competitions as callers may have them: the check of ownership. */
@Component
class VisibleCompetitions {

  private final Competitions competitions;

  VisibleCompetitions(Competitions competitions) {
    this.competitions = competitions;
  }

  /** One that the caller may see. */
  KeptCompetition seenBy(Optional<Caller> caller, String id) {
    KeptCompetition kept = competitions.find(id).orElseThrow(Problem::notFound);
    EventAccess.requireVisible(caller, kept.competition().event());
    return kept;
  }

  /** One that the caller manages. */
  KeptCompetition managedBy(Caller caller, String id) {
    KeptCompetition kept = competitions.find(id).orElseThrow(Problem::notFound);
    EventAccess.requireManager(caller, kept.competition().event());
    return kept;
  }
}
