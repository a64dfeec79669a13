package org.juxian.registration.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.agenda.Programme;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.place.Terms;

/** Our reading of {@code fair|competition|forum.published.v1} and {@code .changed.v1}. */
record EventMessage(
    String eventId,
    String kind,
    String organisationId,
    Text title,
    Text summary,
    Instant startsAt,
    Instant endsAt,
    Venue venue,
    List<TypeMessage> ticketTypes,
    @Nullable List<SessionMessage> sessions,
    @Nullable List<String> changes) {

  /** Our reading of a session of a forum. */
  record SessionMessage(
      String id,
      Text title,
      Text room,
      Instant startsAt,
      Instant endsAt,
      @Nullable List<Text> speakers) {

    Programme.Session toSession() {
      return new Programme.Session(
          id, title, room, startsAt, endsAt, speakers == null ? List.of() : speakers);
    }
  }

  /** Our reading of a ticket type. */
  record TypeMessage(
      String id,
      Text name,
      int capacity,
      Instant opensAt,
      Instant closesAt,
      Terms.@Nullable TeamSize team) {

    TicketType toType() {
      return new TicketType(id, name, new Terms(capacity, opensAt, closesAt, team));
    }
  }

  /** The agenda, if the message says anything of it. */
  Optional<Programme> toProgramme(long sequence) {
    return Optional.ofNullable(sessions)
        .map(
            told ->
                new Programme(
                    eventId, sequence, told.stream().map(SessionMessage::toSession).toList()));
  }

  Event toEvent(long sequence) {
    return new Event(
        eventId,
        kind,
        organisationId,
        title,
        summary,
        startsAt,
        endsAt,
        venue,
        ticketTypes.stream().map(TypeMessage::toType).toList(),
        false,
        null,
        sequence);
  }
}
