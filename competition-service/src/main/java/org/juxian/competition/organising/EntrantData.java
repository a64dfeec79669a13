package org.juxian.competition.organising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.competition.schedule.Competition;
import org.juxian.competition.schedule.Entry;
import org.juxian.competition.schedule.Schedule;
import org.juxian.platform.messaging.PersonalData;
import org.springframework.stereotype.Component;

/**
 * What this service knows about people: their entries. An entry of somebody who was forgotten stays
 * in the schedule, without a name; a team's stays without its members.
 */
@Component
class EntrantData implements PersonalData {

  private static final int MOST = 1_000;
  private static final String NOBODY = "-";

  private final Competitions competitions;

  EntrantData(Competitions competitions) {
    this.competitions = competitions;
  }

  @Override
  public Object export(String personId) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (KeptCompetition kept : competitions.enteredBy(personId, MOST)) {
      kept.competition().schedule().entries().values().stream()
          .filter(entry -> entry.personId().equals(personId))
          .forEach(entry -> found.add(Map.of("competitionId", kept.id(), "entry", entry)));
    }
    return Map.of("entries", found);
  }

  @Override
  public void erase(String personId) {
    for (KeptCompetition first : competitions.enteredBy(personId, MOST)) {
      Optional<KeptCompetition> kept = Optional.of(first);
      while (kept.isPresent()
          && !competitions.replace(
              kept.get(), without(kept.get().competition(), personId), List.of())) {
        kept = competitions.find(first.id());
      }
    }
  }

  private static Competition without(Competition competition, String personId) {
    Map<String, Entry> entries = new HashMap<>(competition.schedule().entries());
    entries.replaceAll(
        (id, entry) ->
            entry.personId().equals(personId)
                ? new Entry(
                    id, personId, NOBODY, without(entry.team()), entry.entered(), entry.sequence())
                : entry);
    return new Competition(
        competition.event(),
        competition.programme(),
        new Schedule(entries, competition.schedule().heats()),
        competition.edition());
  }

  /** Who was in the team stands nowhere else but in the entry that its captain made. */
  private static Entry.@Nullable Team without(Entry.@Nullable Team team) {
    return team == null ? null : new Entry.Team(team.name(), List.of());
  }
}
