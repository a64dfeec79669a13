package org.juxian.registration.ticket;

import java.time.Duration;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Booking;
import org.springframework.stereotype.Component;

/** The tickets of registrations. */
@Component
public class Tickets {

  /** An event may move after its tickets were printed. */
  private static final Duration BEFORE_EVENT = Duration.ofDays(30);

  private static final Duration AFTER_EVENT = Duration.ofDays(90);

  private final TicketTokens tokens;

  Tickets(TicketTokens tokens) {
    this.tokens = tokens;
  }

  /** The token of a registration's valid ticket. */
  public String token(Booking booking, Event event) {
    return tokens.sign(
        new Ticket(
            booking.eventId(),
            booking.id(),
            booking.issue().revision(),
            event.startsAt().minus(BEFORE_EVENT),
            event.endsAt().plus(AFTER_EVENT)));
  }
}
