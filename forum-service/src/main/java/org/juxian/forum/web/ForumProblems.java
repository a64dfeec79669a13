package org.juxian.forum.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.juxian.event.Period;
import org.juxian.event.web.EventProblems;
import org.juxian.forum.agenda.Clash;
import org.juxian.forum.agenda.ForumRefusal;
import org.juxian.forum.agenda.Session;
import org.juxian.forum.planning.KeptForum;
import org.juxian.forum.planning.Outcome;
import org.juxian.platform.messaging.JsonTime;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.values.Text;

/** Turns refusals into problems. */
final class ForumProblems {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(JsonTime.ZONE);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(JsonTime.ZONE);

  private ForumProblems() {}

  /** The forum as it is now, or the refusal as the problem that is thrown. */
  static KeptForum done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var kept) -> kept;
      case Outcome.Refused(var why) -> throw of(why);
    };
  }

  private static Problem of(ForumRefusal refusal) {
    return switch (refusal) {
      case ForumRefusal.Event(var why) -> EventProblems.of(why);
      case ForumRefusal.Stale() -> Problem.of(412, "stale");
      case ForumRefusal.Unknown() -> Problem.notFound();
      case ForumRefusal.Clashing(var clash) -> of(clash);
      case ForumRefusal.RoomInUse(var room, var session) ->
          Problem.of(409, "room-in-use", worded(room.name(), session.title()))
              .with("session", SessionView.of(session));
    };
  }

  private static Problem of(Clash clash) {
    return switch (clash) {
      case Clash.OfRoom(var room, var other) ->
          clashing(0, room.name(), other).field("roomId", "clash").with("clash", "room");
      case Clash.OfSpeaker(var speaker, var position, var other) ->
          clashing(1, speaker.name(), other)
              .field("speakers[" + position + "]", "clash")
              .with("clash", "speaker");
    };
  }

  /** {@code what} is 0 for a room and 1 for a speaker, as the texts count. */
  private static Problem clashing(int what, Text name, Session other) {
    Object[] words = worded(what, name, other.title(), time(other.period()));
    return Problem.of(409, "session-clash", words).with("otherSession", SessionView.of(other));
  }

  private static Object[] worded(Object... arguments) {
    return EventProblems.arguments(List.of(arguments));
  }

  private static String time(Period period) {
    return DAY_AND_TIME.format(period.startsAt()) + "–" + TIME.format(period.endsAt());
  }
}
