package org.juxian.registration.registering;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.juxian.platform.messaging.Ids;
import org.juxian.registration.people.PersonNames;
import org.juxian.registration.place.Booking;
import org.juxian.registration.ticket.TicketNumbers;
import org.springframework.stereotype.Component;

/** Writes out what a person gets with a place. */
@Component
class Bookings {

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

  Booking make(Application wish, int place) {
    return new Booking(
            ids.next(),
            wish.eventId(),
            wish.ticketTypeId(),
            wish.personId(),
            names.name(wish.personId(), wish.personName()),
            numbers.number(wish.eventId(), wish.ticketTypeId(), place),
            wish.team(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .from(wish.organisationId());
  }
}
