package org.juxian.competition.organising;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.juxian.competition.schedule.Competition;
import org.juxian.competition.schedule.Entry;
import org.juxian.competition.schedule.Schedule;
import org.springframework.stereotype.Component;

/**
 * Takes people out of a competition's entries: one write, guarded by the revision, which may be
 * done twice. Heats stay as they are, and nobody is told.
 */
@Component
class ForgetEntrants {

  private final Competitions competitions;

  ForgetEntrants(Competitions competitions) {
    this.competitions = competitions;
  }

  /** Does this to each entry; says whether it changed any. */
  boolean in(String competitionId, UnaryOperator<Entry> forget) {
    Optional<KeptCompetition> kept = competitions.find(competitionId);
    while (kept.isPresent()) {
      Competition before = kept.get().competition();
      Competition after = without(before, forget);
      if (after.equals(before)) {
        return false;
      }
      if (competitions.replace(kept.get(), after, List.of())) {
        return true;
      }
      kept = competitions.find(competitionId);
    }
    return false;
  }

  private static Competition without(Competition competition, UnaryOperator<Entry> forget) {
    Map<String, Entry> entries = new HashMap<>(competition.schedule().entries());
    entries.replaceAll((_, entry) -> forget.apply(entry));
    return new Competition(
        competition.event(),
        competition.programme(),
        new Schedule(entries, competition.schedule().heats()),
        competition.edition());
  }
}
