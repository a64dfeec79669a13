package org.juxian.registration.registering;

import java.util.List;
import java.util.Optional;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.Occupancy;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Inserted;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.Request;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Component;

/** Takes numbers in the database, and keeps the hints in step. */
@Component
class Places {

  private final RegistrationStore registrations;
  private final Numbers numbers;
  private final Occupancy occupancy;
  private final AfterInsert after;

  Places(RegistrationStore registrations, Numbers numbers, Occupancy occupancy, AfterInsert after) {
    this.registrations = registrations;
    this.numbers = numbers;
    this.occupancy = occupancy;
    this.after = after;
  }

  /** What to try to hold next; empty if no place is free, or a quota is used up. */
  Optional<Hold> next(Application wish, Event event, Attempt attempt) {
    return numbers
        .take(event, wish.ticketTypeId(), 1)
        .map(guess -> attempt.withoutPlace().with(guess.places(), guess.units()));
  }

  Inserted insert(Registration made, Hold hold, Application wish, List<Outgoing> messages) {
    try {
      return registrations.insert(made, hold, wish.request(), wish.quiet() ? List.of() : messages);
    } finally {
      numbers.settled(wish.eventId(), wish.ticketTypeId(), hold);
    }
  }

  /** The numbers of a registration that was not made are free, except those found taken. */
  void letGo(Application wish, Hold hold, Inserted refused) {
    switch (refused) {
      case Inserted.PlaceTaken() -> numbers.giveBackUnits(wish.eventId(), hold);
      case Inserted.KeysTaken(boolean _, var _, var quotas) ->
          numbers.giveBackExcept(wish.eventId(), wish.ticketTypeId(), hold, quotas);
      case Inserted.PersonTaken(), Inserted.RequestKnown(), Inserted.Done(var _) ->
          numbers.giveBack(wish.eventId(), wish.ticketTypeId(), hold);
    }
  }

  /** What comes of a registration that was made. */
  Outcome made(Saved saved, Event event) {
    occupancy.changed(event.id());
    return after.look(saved, event);
  }

  /** What this request had made before, if it is a repeated one. */
  Optional<Outcome> repeated(Application wish, Event event) {
    Request request = wish.request();
    return request == null
        ? Optional.empty()
        : registrations.madeBy(request).map(saved -> repeated(saved, request, event));
  }

  /** The same; else that the person has a registration, if one stands. */
  Optional<Outcome> known(Application wish, Event event) {
    Request request = wish.request();
    if (request == null) {
      return registrations.standing(wish.eventId(), wish.personId()).map(Places::standing);
    }
    List<Saved> found = registrations.madeByOrStanding(request, wish.eventId(), wish.personId());
    return found.stream()
        .filter(saved -> saved.request() != null && saved.request().key().equals(request.key()))
        .findFirst()
        .map(saved -> repeated(saved, request, event))
        .or(() -> found.stream().findFirst().map(Places::standing));
  }

  private static Outcome standing(Saved saved) {
    return new Outcome.Refused(new Refusal.AlreadyRegistered(saved.registration().booking().id()));
  }

  private static Outcome repeated(Saved made, Request request, Event event) {
    Request before = made.request();
    return before != null && before.body().equals(request.body())
        ? new Outcome.Done(made.registration(), event, true)
        : new Outcome.Refused(new Refusal.RequestDiffers());
  }
}
