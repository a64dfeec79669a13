package org.juxian.registration.registering;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.persistence.RegistrationStore.Inserted;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Admission;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Service;

/**
 * Gives a person a place: one durable insert, which carries the place, the person's claim, the
 * message and the request's key. The unique indexes decide every race.
 */
@Service
public class RegisterAttendee {

  private final EventBook events;
  private final Places places;
  private final Bookings bookings;
  private final InstantSource clock;

  RegisterAttendee(EventBook events, Places places, Bookings bookings, InstantSource clock) {
    this.events = events;
    this.places = places;
    this.bookings = bookings;
    this.clock = clock;
  }

  public Outcome register(Application wish) {
    Optional<Event> event = events.find(wish.eventId());
    if (event.isEmpty()) {
      return new Outcome.Refused(new Refusal.NoSuchEvent());
    }
    Optional<Refusal> refusal = refusal(wish, event.get());
    return refusal.isPresent()
        ? places.known(wish, event.get()).orElseGet(() -> new Outcome.Refused(refusal.get()))
        : takePlace(wish, event.get());
  }

  private Optional<Refusal> refusal(Application wish, Event event) {
    if (event.cancelled()) {
      return Optional.of(new Refusal.EventCancelled());
    }
    Optional<TicketType> type = event.ticketType(wish.ticketTypeId());
    return type.isEmpty()
        ? Optional.of(new Refusal.NoSuchTicketType())
        : Admission.refusal(type.get().terms(), wish.team(), clock.instant());
  }

  private Outcome takePlace(Application wish, Event event) {
    int capacity = event.ticketType(wish.ticketTypeId()).orElseThrow().terms().capacity();
    Optional<Outcome> outcome = Optional.empty();
    while (outcome.isEmpty()) {
      OptionalInt place = places.next(wish, capacity);
      outcome =
          place.isPresent()
              ? tryPlace(wish, event, place.getAsInt())
              : places
                  .known(wish, event)
                  .or(() -> Optional.of(new Outcome.Refused(new Refusal.Full())));
    }
    return outcome.get();
  }

  /** Empty where another place must be tried. */
  private Optional<Outcome> tryPlace(Application wish, Event event, int place) {
    Registration.Held held = new Registration.Held(bookings.make(wish, place), place);
    return switch (places.hold(held, wish, event)) {
      case Inserted.Done(Saved saved) -> Optional.of(places.confirmed(saved, event));
      case Inserted.PlaceTaken() -> Optional.empty();
      case Inserted.Known() -> {
        places.letGo(held);
        yield places.known(wish, event);
      }
    };
  }
}
