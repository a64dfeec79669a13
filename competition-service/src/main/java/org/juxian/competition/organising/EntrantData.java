package org.juxian.competition.organising;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.juxian.competition.diary.Aliases;
import org.juxian.competition.diary.Diaries;
import org.juxian.competition.schedule.Entry;
import org.juxian.platform.messaging.PersonalData;
import org.springframework.stereotype.Component;

/**
 * What this service knows about people: their entries, and the teams in which captains named them.
 * An entry of somebody who was forgotten stays in the schedule, without a name; a team's stays
 * without its members. A member who was forgotten leaves a team as large as it was.
 */
@Component
class EntrantData implements PersonalData {

  private static final int MOST = 1_000;

  private final Competitions competitions;
  private final ForgetEntrants forgetting;
  private final Aliases aliases;
  private final Diaries diaries;

  EntrantData(
      Competitions competitions, ForgetEntrants forgetting, Aliases aliases, Diaries diaries) {
    this.competitions = competitions;
    this.forgetting = forgetting;
    this.aliases = aliases;
    this.diaries = diaries;
  }

  @Override
  public Object export(String personId) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (KeptCompetition kept : competitions.enteredBy(personId, MOST)) {
      kept.competition().schedule().entries().values().stream()
          .filter(entry -> entry.personId().equals(personId))
          .forEach(entry -> entries.add(Map.of("competitionId", kept.id(), "entry", entry)));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("entries", entries);
    all.put("teams", teams(phones(personId)));
    return all;
  }

  /** Of a team that somebody else made, what is said of the person. */
  private List<Map<String, Object>> teams(Collection<String> phones) {
    List<Map<String, Object>> teams = new ArrayList<>();
    for (KeptCompetition kept : naming(phones)) {
      kept.competition().schedule().entries().values().stream()
          .map(Entry::team)
          .filter(Objects::nonNull)
          .forEach(
              team ->
                  team.members().stream()
                      .filter(member -> phones.contains(member.phone()))
                      .forEach(
                          member ->
                              teams.add(
                                  Map.of(
                                      "competitionId",
                                      kept.id(),
                                      "team",
                                      team.name(),
                                      "as",
                                      member))));
    }
    return teams;
  }

  @Override
  public void erase(String personId) {
    Collection<String> phones = phones(personId);
    for (KeptCompetition kept : competitions.enteredBy(personId, MOST)) {
      forgetting.in(
          kept.id(), entry -> entry.personId().equals(personId) ? entry.forgotten() : entry);
    }
    List<KeptCompetition> part;
    do {
      part = naming(phones);
      part.forEach(kept -> forgetting.in(kept.id(), entry -> entry.without(phones)));
    } while (part.size() == MOST);
    diaries.forget(personId);
    phones.forEach(diaries::forget);
  }

  private List<KeptCompetition> naming(Collection<String> phones) {
    return phones.isEmpty() ? List.of() : competitions.naming(phones, MOST);
  }

  private Collection<String> phones(String personId) {
    return aliases.phones(List.of(personId)).values();
  }
}
