package org.juxian.registration.agenda;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programme of a forum beside what a person has in their agenda.
 *
 * @param sessions by id, as they would stand in the agenda
 * @param others what the person has besides the sessions of this registration
 */
public record Timetable(
    Programme programme, Map<String, AgendaItem> sessions, List<AgendaItem> others) {

  Optional<AgendaItem> session(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /** What a session clashes with, for somebody who attends these sessions too. */
  public List<AgendaItem> clashes(String sessionId, Collection<String> chosen) {
    Stream<AgendaItem> talks = chosen.stream().map(this::session).flatMap(Optional::stream);
    return session(sessionId)
        .map(item -> Stream.concat(talks, others.stream()).filter(item::clashesWith).toList())
        .orElse(List.of());
  }
}
