package org.juxian.registration.registering;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.juxian.platform.messaging.Ids;
import org.juxian.registration.people.PersonNames;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Hold;
import org.juxian.registration.ticket.TicketNumbers;
import org.springframework.stereotype.Component;

/** Makes bookings of applications. */
@Component
public class Bookings {

  private final PersonNames names;
  private final TicketNumbers numbers;
  private final Ids ids;
  private final InstantSource clock;

  Bookings(PersonNames names, TicketNumbers numbers, Ids ids, InstantSource clock) {
    this.names = names;
    this.numbers = numbers;
    this.ids = ids;
    this.clock = clock;
  }

  /** A new booking, without a number on its ticket. */
  public Booking of(Application wish) {
    return new Booking(
            ids.next(),
            wish.eventId(),
            wish.ticketTypeId(),
            wish.personId(),
            names.name(wish.personId(), wish.personName()),
            Booking.NO_TICKET,
            wish.team(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .from(wish.organisationId());
  }

  /** What is printed on the ticket of who holds this. */
  public String ticketNumber(Booking booking, Hold hold) {
    return numbers.number(booking.eventId(), booking.ticketTypeId(), hold.place());
  }
}
