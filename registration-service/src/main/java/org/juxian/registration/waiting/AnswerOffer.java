package org.juxian.registration.waiting;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.Occupancy;
import org.juxian.registration.messaging.PendingMessages;
import org.juxian.registration.messaging.RegistrationMessages;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Decision;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Team;
import org.juxian.registration.registering.CancelRegistration;
import org.juxian.registration.registering.Outcome;
import org.springframework.stereotype.Service;

/** Offers end: they are accepted, or their time is over. One guarded write each. */
@Service
public class AnswerOffer {

  private final RegistrationStore registrations;
  private final CancelRegistration cancellation;
  private final Occupancy occupancy;
  private final InstantSource clock;

  AnswerOffer(
      RegistrationStore registrations,
      CancelRegistration cancellation,
      Occupancy occupancy,
      InstantSource clock) {
    this.registrations = registrations;
    this.cancellation = cancellation;
    this.occupancy = occupancy;
    this.clock = clock;
  }

  /**
   * The party takes what it is offered.
   *
   * @param team who comes, where a group was offered fewer places than it has people
   */
  public Outcome accept(String id, Event event, @Nullable Team team) {
    while (true) {
      Optional<Saved> found = registrations.find(id);
      if (found.isEmpty()) {
        return new Outcome.Refused(new Refusal.NoSuchRegistration());
      }
      if (found.get().registration() instanceof Registration.Active accepted) {
        return new Outcome.Done(accepted, event, true);
      }
      if (!(found.get().registration() instanceof Pending.Offered offered)) {
        return new Outcome.Refused(nothingOffered(found.get().registration()));
      }
      switch (offered.accept(team, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
        case Decision.Rejected(Refusal refusal) -> {
          return new Outcome.Refused(refusal);
        }
        case Decision.Unchanged(Registration state) -> {
          return new Outcome.Done(state, event, true);
        }
        case Decision.Accepted(Registration next) -> {
          var told = List.of(RegistrationMessages.confirmed(next.booking(), event));
          if (registrations.update(found.get(), next, told, null) == Written.DONE) {
            occupancy.changed(event.id());
            return new Outcome.Done(next, event, false);
          }
        }
      }
    }
  }

  /** Why there is nothing to accept: what was passed on already is over, like what soon will be. */
  private static Refusal nothingOffered(Registration registration) {
    return registration instanceof Registration.Cancelled over
            && over.by() == Registration.Cancelled.By.OFFER_EXPIRED
        ? new Refusal.OfferExpired(over.at())
        : new Refusal.NotOffered();
  }

  /** Passes on what was offered and not accepted in time; whatever was written since counts. */
  void expire(Saved saved, Event event) {
    if (saved.registration() instanceof Pending.Offered offered
        && offered.expire(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            instanceof Decision.Accepted(Registration next)) {
      var told = List.of(PendingMessages.offerExpired(offered, event));
      if (registrations.update(saved, next, told, null) == Written.DONE) {
        cancellation.released(saved, event);
      }
    }
  }
}
