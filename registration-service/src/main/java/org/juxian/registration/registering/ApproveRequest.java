package org.juxian.registration.registering;

import java.util.List;
import java.util.Optional;
import org.juxian.platform.messaging.Cause;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.Occupancy;
import org.juxian.registration.messaging.RegistrationMessages;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationStore.Taking;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Service;

/**
 * The organiser approves a request: one guarded write. Where a school's list was to tell the person
 * and has not, this does, and the list does so no more.
 */
@Service
public class ApproveRequest {

  private final RegistrationStore registrations;
  private final Numbers numbers;
  private final Bookings bookings;
  private final Occupancy occupancy;

  ApproveRequest(
      RegistrationStore registrations, Numbers numbers, Bookings bookings, Occupancy occupancy) {
    this.registrations = registrations;
    this.numbers = numbers;
    this.bookings = bookings;
    this.occupancy = occupancy;
  }

  /** Confirms a request; one that holds no place takes one now, if one is free. */
  public Outcome approve(String id, Event event) {
    while (true) {
      Optional<Saved> found = registrations.find(id);
      if (found.isEmpty()) {
        return new Outcome.Refused(new Refusal.NoSuchRegistration());
      }
      if (found.get().registration() instanceof Registration.Active confirmed) {
        return new Outcome.Done(confirmed, event, true);
      }
      if (!(found.get().registration() instanceof Pending.Requested requested)) {
        return new Outcome.Refused(new Refusal.NotRequested());
      }
      if (!requested.holdsPlace() && event.admission().settling()) {
        return new Outcome.Refused(new Refusal.Settling());
      }
      Optional<Hold> hold = hold(found.get(), requested, event);
      if (hold.isEmpty()) {
        return new Outcome.Refused(new Refusal.Full());
      }
      Registration.Held held =
          requested.approve(hold.get(), bookings.ticketNumber(requested.booking(), hold.get()));
      if (write(found.get(), requested, held, hold.get(), event) == Taking.DONE) {
        occupancy.changed(event.id());
        return new Outcome.Done(held, event, false);
      }
    }
  }

  private Optional<Hold> hold(Saved saved, Pending.Requested requested, Event event) {
    Hold held = java.util.Objects.requireNonNull(saved.hold());
    String type = requested.booking().ticketTypeId();
    if (requested.holdsPlace()) {
      return Optional.of(held);
    }
    return event.ticketType(type).isEmpty()
        ? Optional.empty()
        : numbers.take(event, type, 1).map(guess -> held.with(guess.places(), guess.units()));
  }

  private Taking write(
      Saved before, Pending.Requested requested, Registration.Held next, Hold hold, Event event) {
    String type = requested.booking().ticketTypeId();
    List<Outgoing> told = List.of(RegistrationMessages.confirmed(next.booking(), event));
    Optional<Cause> list = ListRequest.telling(before.request());
    Taking taking = registrations.take(before, next, hold, told, list.orElse(null));
    if (!requested.holdsPlace()) {
      numbers.settled(event.id(), type, hold);
      if (taking == Taking.STALE) {
        numbers.giveBack(event.id(), type, hold);
      }
    }
    return taking;
  }
}
