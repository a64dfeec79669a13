package org.juxian.registration.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.juxian.platform.values.Text;

/**
 * What takes place at a forum, as its own service told it last.
 *
 * @param sequence of the message that told it
 * @param sessions by their start
 */
public record Programme(String eventId, long sequence, List<Session> sessions) {

  public Programme {
    sessions = List.copyOf(sessions);
  }

  /**
   * Something that takes place in one room.
   *
   * @param id the same for ever
   * @param speakers their names, where they were told
   */
  public record Session(
      String id, Text title, Text room, Instant startsAt, Instant endsAt, List<Text> speakers) {

    public Session {
      speakers = List.copyOf(speakers);
    }
  }

  /** What is known of an event that has none. */
  public static Programme none(String eventId) {
    return new Programme(eventId, 0, List.of());
  }

  public Optional<Session> session(String id) {
    return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
  }
}
