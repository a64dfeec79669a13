package org.juxian.event.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.juxian.event.EventDetails;
import org.juxian.event.Period;
import org.juxian.event.TicketType;
import org.juxian.platform.values.Text;

/**
 * What a request that writes an event has, of whatever kind. A service's own record implements it
 * and carries the constraints, because a record's constraints are those of its components: each is
 * {@code NotNull}; ids match {@link #ID}; texts are {@code Localized} with the limits here; the
 * venue and each ticket type are {@code Valid}.
 */
public interface EventRequest {

  /** An id as {@code Ids} makes it. */
  String ID = "[0-9a-f]{32}";

  /** The most characters of a title, in each language. */
  int TITLE = 200;

  /** The most characters of a summary, in each language. */
  int SUMMARY = 2000;

  /** The most ticket types of one event. */
  int TICKET_TYPES = 50;

  String organisationId();

  Text title();

  Text summary();

  Instant startsAt();

  Instant endsAt();

  VenueRequest venue();

  /** The details that it asks for, with these ticket types. */
  default EventDetails details(List<TicketType> ticketTypes) {
    return new EventDetails(
        organisationId(),
        title(),
        summary(),
        new Period(kept(startsAt()), kept(endsAt())),
        venue().venue(),
        ticketTypes);
  }

  /** A time as the database keeps it: to the millisecond. */
  static Instant kept(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
