package org.juxian.event.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.event.EventDetails;
import org.juxian.event.PublicEvent;
import org.juxian.event.TicketType;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/**
 * The common part of an answer that shows an event; the owner's answer unwraps it ({@code
 * JsonUnwrapped}) beside its own part.
 *
 * @param version what {@code If-Match} wants
 * @param status draft, published or cancelled
 */
public record EventView(
    String id,
    long version,
    String status,
    String organisationId,
    Text title,
    Text summary,
    Instant startsAt,
    Instant endsAt,
    Venue venue,
    List<TicketType> ticketTypes,
    @Nullable Instant publishedAt,
    @Nullable Text cancellationReason) {

  /** An event as everyone who may see it sees it. */
  public static EventView of(String id, long version, PublicEvent event) {
    EventDetails details = event.details();
    return new EventView(
        id,
        version,
        event.status().wireName(),
        details.organisationId(),
        details.title(),
        details.summary(),
        details.period().startsAt(),
        details.period().endsAt(),
        details.venue(),
        details.ticketTypes(),
        event.publishedAt(),
        event.cancellationReason());
  }
}
