package org.juxian.forum.agenda;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.juxian.event.EventRules;
import org.juxian.event.Fault;
import org.juxian.event.Period;
import org.juxian.event.Refusal;

/**
 * The rooms of a forum and what takes place in them. No room and no speaker is needed twice at a
 * time: every way to a new agenda goes through that check.
 *
 * @param sessions in order of time, then of id
 */
public record Agenda(List<Room> rooms, List<Session> sessions) {

  /** The most sessions of a forum. */
  public static final int MOST_SESSIONS = 200;

  private static final Comparator<Session> BY_TIME =
      Comparator.comparing((Session session) -> session.period().startsAt())
          .thenComparing(Session::id);

  public Agenda {
    rooms = List.copyOf(rooms);
    sessions = sessions.stream().sorted(BY_TIME).toList();
  }

  /** Other rooms. One in which a session takes place stays. */
  public AgendaDecision withRooms(List<Room> after) {
    List<Fault> faults = faults(after);
    if (!faults.isEmpty()) {
      return invalid(faults);
    }
    Agenda next = new Agenda(after, sessions);
    for (Session session : sessions) {
      if (next.room(session.roomId()).isEmpty()) {
        return refused(new ForumRefusal.RoomInUse(room(session.roomId()).orElseThrow(), session));
      }
    }
    return new AgendaDecision.Planned(next);
  }

  /** A session more, within the forum's period. */
  public AgendaDecision add(Session session, Period forum) {
    return sessions.size() >= MOST_SESSIONS
        ? invalid(List.of(Fault.of("", "most-sessions", MOST_SESSIONS)))
        : put(session, forum);
  }

  /** The session of the same id, in another form. */
  public AgendaDecision change(Session session, Period forum) {
    return session(session.id()).isEmpty()
        ? refused(new ForumRefusal.Unknown())
        : put(session, forum);
  }

  /** A session less. */
  public AgendaDecision remove(String sessionId) {
    return session(sessionId).isEmpty()
        ? refused(new ForumRefusal.Unknown())
        : new AgendaDecision.Planned(new Agenda(rooms, others(sessionId)));
  }

  /** The same, earlier or later as a whole. */
  public Agenda movedBy(Duration by) {
    return new Agenda(rooms, sessions.stream().map(session -> session.movedBy(by)).toList());
  }

  /** The same without the names and accounts of these speakers; their sessions stay. */
  Agenda forgetting(Predicate<Speaker> who) {
    return new Agenda(rooms, sessions.stream().map(session -> session.forgetting(who)).toList());
  }

  /** Whether any of these speaks. */
  boolean hasSpeaker(Predicate<Speaker> who) {
    return sessions.stream().flatMap(session -> session.speakers().stream()).anyMatch(who);
  }

  /** A session that does not lie within this period. */
  public Optional<Session> outside(Period forum) {
    return sessions.stream().filter(session -> !forum.contains(session.period())).findFirst();
  }

  public Optional<Session> session(String id) {
    return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
  }

  public Optional<Room> room(String id) {
    return rooms.stream().filter(room -> room.id().equals(id)).findFirst();
  }

  private AgendaDecision put(Session session, Period forum) {
    List<Fault> faults = faults(session, forum);
    if (!faults.isEmpty()) {
      return invalid(faults);
    }
    List<Session> others = others(session.id());
    Optional<Clash> clash = clash(session, others);
    if (clash.isPresent()) {
      return refused(new ForumRefusal.Clashing(clash.get()));
    }
    others.add(session);
    return new AgendaDecision.Planned(new Agenda(rooms, others));
  }

  private Optional<Clash> clash(Session session, List<Session> others) {
    for (Session other : others) {
      if (!other.period().overlaps(session.period())) {
        continue;
      }
      if (other.roomId().equals(session.roomId())) {
        return Optional.of(new Clash.OfRoom(room(other.roomId()).orElseThrow(), other));
      }
      for (int at = 0; at < session.speakers().size(); at++) {
        Speaker speaker = session.speakers().get(at);
        if (other.speakers().stream().anyMatch(speaker::isSameAs)) {
          return Optional.of(new Clash.OfSpeaker(speaker, at, other));
        }
      }
    }
    return Optional.empty();
  }

  private List<Fault> faults(Session session, Period forum) {
    List<Fault> faults = new ArrayList<>(EventRules.period(session.period(), ""));
    if (room(session.roomId()).isEmpty()) {
      faults.add(Fault.of("roomId", "unknown-room"));
    }
    if (session.period().startsAt().isBefore(forum.startsAt())) {
      faults.add(Fault.of("startsAt", "within-forum"));
    }
    if (session.period().endsAt().isAfter(forum.endsAt())) {
      faults.add(Fault.of("endsAt", "within-forum"));
    }
    List<Speaker> speakers = session.speakers();
    for (int at = 1; at < speakers.size(); at++) {
      Predicate<Speaker> same = speakers.get(at)::isSameAs;
      if (speakers.subList(0, at).stream().anyMatch(same)) {
        faults.add(Fault.of("speakers[" + at + "]", "duplicate"));
      }
    }
    return faults;
  }

  private static List<Fault> faults(List<Room> rooms) {
    List<Fault> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int at = 0; at < rooms.size(); at++) {
      Room room = rooms.get(at);
      String path = "rooms[" + at + "].";
      if (!ids.add(room.id())) {
        faults.add(Fault.of(path + "id", "duplicate"));
      }
      if (!names.add(room.name().zh())) {
        faults.add(Fault.of(path + "name", "duplicate"));
      }
      if (room.capacity() < 1 || room.capacity() > EventRules.MOST_PLACES) {
        faults.add(Fault.of(path + "capacity", "range", 1, EventRules.MOST_PLACES));
      }
    }
    return faults;
  }

  private List<Session> others(String id) {
    List<Session> others = new ArrayList<>(sessions);
    others.removeIf(session -> session.id().equals(id));
    return others;
  }

  private static AgendaDecision invalid(List<Fault> faults) {
    return refused(new ForumRefusal.Event(new Refusal.Invalid(faults)));
  }

  private static AgendaDecision refused(ForumRefusal why) {
    return new AgendaDecision.Refused(why);
  }
}
