package org.juxian.registration.registering;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.catalogue.Occupancy;
import org.juxian.registration.messaging.RegistrationMessages;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Inserted;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.Request;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Component;

/** Takes places in the database and gives them back, and keeps the hints in step. */
@Component
class Places {

  private final RegistrationStore registrations;
  private final PlaceHints hints;
  private final Occupancy occupancy;
  private final EventBook events;
  private final CancelRegistration cancellation;

  Places(
      RegistrationStore registrations,
      PlaceHints hints,
      Occupancy occupancy,
      EventBook events,
      CancelRegistration cancellation) {
    this.registrations = registrations;
    this.hints = hints;
    this.occupancy = occupancy;
    this.events = events;
    this.cancellation = cancellation;
  }

  OptionalInt next(Application wish, int capacity) {
    return hints.take(wish.eventId(), wish.ticketTypeId(), capacity);
  }

  Inserted hold(Registration.Held held, Application wish, Event event) {
    try {
      return registrations.insert(
          held,
          wish.request(),
          wish.quiet()
              ? List.of()
              : List.of(RegistrationMessages.confirmed(held.booking(), event)));
    } finally {
      hints.settled(wish.eventId(), wish.ticketTypeId());
    }
  }

  /** The number of a registration that was not made. */
  void letGo(Registration.Held held) {
    hints.giveBack(held.booking().eventId(), held.booking().ticketTypeId(), held.place());
  }

  /**
   * Looks once more at the event: its cancellation is stored before the sweep over its
   * registrations begins, so either the sweep sees this one, or we see the cancellation here.
   */
  Outcome confirmed(Saved saved, Event event) {
    occupancy.changed(event.id());
    if (events.takesPlaceStill(event)) {
      return new Outcome.Done(saved.registration(), event, false);
    }
    cancellation.becauseEventCancelled(
        saved.registration().booking().id(), events.find(event.id()).orElse(event), null);
    return new Outcome.Refused(new Refusal.EventCancelled());
  }

  /**
   * What this request had made before, if it is a repeated one; else that the person has a
   * registration, if one stands.
   */
  Optional<Outcome> known(Application wish, Event event) {
    Request request = wish.request();
    if (request != null) {
      Optional<Saved> made = registrations.madeBy(request);
      if (made.isPresent()) {
        return Optional.of(repeated(made.get(), request, event));
      }
    }
    return registrations
        .standing(wish.eventId(), wish.personId())
        .map(
            saved ->
                new Outcome.Refused(
                    new Refusal.AlreadyRegistered(saved.registration().booking().id())));
  }

  private static Outcome repeated(Saved made, Request request, Event event) {
    Request before = made.request();
    return before != null && before.body().equals(request.body())
        ? new Outcome.Done(made.registration(), event, true)
        : new Outcome.Refused(new Refusal.RequestDiffers());
  }
}
