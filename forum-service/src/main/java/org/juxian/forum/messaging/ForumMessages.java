package org.juxian.forum.messaging;

import java.util.List;
import java.util.stream.Stream;
import org.juxian.event.Announcement;
import org.juxian.event.EventKind;
import org.juxian.event.messaging.EventMessages;
import org.juxian.forum.agenda.Agenda;
import org.juxian.forum.agenda.Forum;
import org.juxian.forum.agenda.Session;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.values.Text;

/**
 * Words what happens to forums. What tells of an open forum carries the whole agenda that people
 * see, so that a reader needs no message before it. A broker takes a megabyte at a time: an agenda
 * that might be longer is told without its speakers, and then always fits.
 */
public final class ForumMessages {

  /** A broker's limit is 1,048,576 bytes; the rest of the message is at most a quarter of it. */
  private static final long MOST_BYTES = 700_000;

  /** The longest that a character becomes in UTF-8, escaped or not. */
  private static final int BYTES = 6;

  /** Ids, times, names of properties. */
  private static final int FRAME = 250;

  private final EventMessages events = new EventMessages(EventKind.FORUM);

  /** What goes out, to be stored in the same write as the forum: at most one message. */
  public List<Outgoing> of(String forumId, Forum forum, Announcement announcement) {
    List<Outgoing> told = events.of(forumId, forum.event().details(), announcement);
    return switch (announcement) {
      case Announcement.Nothing _, Announcement.Cancelled _ -> told;
      case Announcement.Published _, Announcement.Changed _ ->
          told.stream().map(message -> with(message, sessions(forum.publicAgenda()))).toList();
    };
  }

  private static Outgoing with(Outgoing message, List<SessionTold> sessions) {
    return new Outgoing(
        message.topic(), message.type(), message.key(), new ForumTold(message.data(), sessions));
  }

  private static List<SessionTold> sessions(Agenda agenda) {
    List<Session> sessions = agenda.sessions();
    List<SessionTold> told =
        sessions.stream().map(session -> SessionTold.of(session, agenda)).toList();
    return told.stream().mapToLong(ForumMessages::size).sum() <= MOST_BYTES
        ? told
        : told.stream().map(SessionTold::withoutSpeakers).toList();
  }

  private static long size(SessionTold session) {
    List<Text> speakers = session.speakers();
    return FRAME
        + Stream.concat(
                Stream.of(session.title(), session.room()),
                speakers == null ? Stream.of() : speakers.stream())
            .mapToLong(text -> 20L + bytes(text.zh()) + bytes(text.en()))
            .sum();
  }

  private static long bytes(String text) {
    return text.chars().mapToLong(one -> one < 0x20 ? BYTES : one < 0x80 ? 2 : 3).sum();
  }
}
