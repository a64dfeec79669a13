package org.juxian.event.messaging;

import java.time.Instant;
import java.util.List;
import org.juxian.event.EventDetails;
import org.juxian.event.EventKind;
import org.juxian.event.TicketType;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/** {@code fair.published.v1} and its like: the event as it is open to the public. */
public record EventPublished(
    String eventId,
    String kind,
    String organisationId,
    Text title,
    Text summary,
    Instant startsAt,
    Instant endsAt,
    Venue venue,
    List<TicketType> ticketTypes) {

  static EventPublished of(EventKind kind, String eventId, EventDetails details) {
    return new EventPublished(
        eventId,
        kind.wireName(),
        details.organisationId(),
        details.title(),
        details.summary(),
        details.period().startsAt(),
        details.period().endsAt(),
        details.venue(),
        details.ticketTypes());
  }
}
