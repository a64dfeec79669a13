package org.juxian.competition.organising;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.juxian.competition.schedule.Competition;
import org.juxian.event.EventPages;
import org.juxian.event.ListedEvent;
import org.juxian.platform.messaging.Outgoing;

/** Where competitions are kept. */
public interface Competitions {

  Optional<KeptCompetition> find(String id);

  /** Keeps a new competition and the messages that tell of it, in one write. */
  KeptCompetition add(String id, Competition competition, List<Outgoing> messages);

  /**
   * Keeps the next state and the messages that tell of it, in one write, unless somebody wrote
   * since {@code before} was read.
   *
   * @return whether it did
   */
  boolean replace(KeptCompetition before, Competition after, List<Outgoing> messages);

  /**
   * Competitions of these organisations, the newest first.
   *
   * @param organisations empty for all organisations
   */
  List<ListedEvent> list(Optional<Set<String>> organisations, Optional<String> after, int limit);

  /** Those in which somebody with one of these phone numbers is named as a member of a team. */
  List<KeptCompetition> naming(Collection<String> phones, int limit);

  /** Those in which a person entered, the newest first. */
  List<KeptCompetition> enteredBy(String personId, int limit);

  /** All of them. */
  default EventPages all() {
    return (after, limit) -> list(Optional.empty(), after, limit);
  }
}
