package org.juxian.forum.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.juxian.event.Announcement;
import org.juxian.event.EventDetails;
import org.juxian.event.Period;
import org.juxian.event.TicketType;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/** Forums and sessions for tests. */
public final class ForumFixture {

  /** When {@link #withRooms} starts unless it is told otherwise. */
  public static final Instant START = Instant.parse("2199-12-16T01:00:00Z");

  private ForumFixture() {}

  public static Text text(String both) {
    return new Text(both, both);
  }

  /** A draft of eight hours with so many rooms: room0, room1 and so on. */
  public static Forum withRooms(int rooms, Instant start) {
    return accepted(Forum.draft(details(start), rooms(rooms)));
  }

  public static List<Room> rooms(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> new Room("room" + n, text("Room " + n), 100))
        .toList();
  }

  public static EventDetails details(Instant start) {
    Instant from = start.truncatedTo(ChronoUnit.HOURS);
    return new EventDetails(
        "019eb101000175268b62000001010001",
        text("Forum"),
        text("Talks"),
        new Period(from, from.plus(Duration.ofHours(8))),
        new Venue(text("Hall"), text("1 Lake Road")),
        List.of(
            new TicketType(
                "seat", text("Seat"), 100, from.minus(Duration.ofDays(30)), from, null)));
  }

  /** An hour in one room, so many hours after {@link #START}, with one speaker. */
  public static Session session(String id, String room, int hour, String speaker) {
    return sessionAt(START, id, room, hour, speaker);
  }

  /** The same, counted from another start. */
  public static Session sessionAt(Instant start, String id, String room, int hour, String speaker) {
    Instant from = start.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(hour));
    return new Session(
        id,
        text("Talk " + id),
        null,
        room,
        new Period(from, from.plus(Duration.ofHours(1))),
        List.of(new Speaker(text(speaker), null, null)));
  }

  /** A forum with all of them. */
  public static ForumDecision withAll(Forum forum, List<Session> sessions, Instant now) {
    Forum all = forum;
    for (Session session : sessions) {
      all = accepted(all.add(session, now));
    }
    return new ForumDecision.Accepted(all, new Announcement.Nothing());
  }

  /** What an accepted decision makes of it. */
  public static Forum accepted(ForumDecision decision) {
    return switch (decision) {
      case ForumDecision.Accepted(var forum, _) -> forum;
      case ForumDecision.Refused(var why) -> throw new AssertionError(why);
    };
  }
}
