package org.juxian.event.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.juxian.event.Aspect;
import org.juxian.event.EventDetails;
import org.juxian.event.EventKind;
import org.juxian.event.TicketType;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/** {@code fair.changed.v1} and its like: the event as it is now, and what changed. */
public record EventChanged(
    String eventId,
    String kind,
    String organisationId,
    Text title,
    Text summary,
    Instant startsAt,
    Instant endsAt,
    Venue venue,
    List<TicketType> ticketTypes,
    List<String> changes) {

  static EventChanged of(
      EventKind kind, String eventId, EventDetails details, Set<Aspect> aspects) {
    return new EventChanged(
        eventId,
        kind.wireName(),
        details.organisationId(),
        details.title(),
        details.summary(),
        details.period().startsAt(),
        details.period().endsAt(),
        details.venue(),
        details.ticketTypes(),
        aspects.stream().sorted().map(Aspect::wireName).toList());
  }
}
