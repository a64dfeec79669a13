package org.juxian.forum.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.forum.agenda.Session;
import org.juxian.forum.agenda.Speaker;
import org.juxian.platform.values.Text;

/** A session as people see it. */
record SessionView(
    String id,
    Text title,
    @JsonProperty("abstract") @Nullable Text synopsis,
    String roomId,
    Instant startsAt,
    Instant endsAt,
    List<Speaker> speakers) {

  static SessionView of(Session session) {
    return new SessionView(
        session.id(),
        session.title(),
        session.synopsis(),
        session.roomId(),
        session.period().startsAt(),
        session.period().endsAt(),
        session.speakers());
  }
}
