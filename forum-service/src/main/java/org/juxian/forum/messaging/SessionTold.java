package org.juxian.forum.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.forum.agenda.Agenda;
import org.juxian.forum.agenda.Room;
import org.juxian.forum.agenda.Session;
import org.juxian.forum.agenda.Speaker;
import org.juxian.platform.values.Text;

/** A session as others are told of it: who speaks by name only. */
record SessionTold(
    String id,
    Text title,
    Text room,
    Instant startsAt,
    Instant endsAt,
    @Nullable List<Text> speakers) {

  static SessionTold of(Session session, Agenda agenda) {
    return new SessionTold(
        session.id(),
        session.title(),
        agenda.room(session.roomId()).map(Room::name).orElseThrow(),
        session.period().startsAt(),
        session.period().endsAt(),
        session.speakers().stream().map(Speaker::name).toList());
  }

  SessionTold withoutSpeakers() {
    return new SessionTold(id, title, room, startsAt, endsAt, null);
  }
}
