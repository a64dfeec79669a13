package org.juxian.registration.privacy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.persistence.AnonymousRegistrations;
import org.juxian.registration.persistence.GuestStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationsOfPerson;
import org.juxian.registration.place.Booking;
import org.springframework.stereotype.Component;

/**
 * Takes the people out of registrations: each is one guarded write, and one that is done is passed
 * over. A guest of whom nothing else is known is gone before, so that a crash in between leaves
 * nobody.
 */
@Component
class ForgetRegistrations {

  private static final int SOME = 200;

  private final AnonymousRegistrations anonymous;
  private final RegistrationStore registrations;
  private final RegistrationsOfPerson ofPerson;
  private final GuestStore guests;

  ForgetRegistrations(
      AnonymousRegistrations anonymous,
      RegistrationStore registrations,
      RegistrationsOfPerson ofPerson,
      GuestStore guests) {
    this.ofPerson = ofPerson;
    this.anonymous = anonymous;
    this.registrations = registrations;
    this.guests = guests;
  }

  /** A part of an event's; answers them as they were. */
  List<Saved> part(String eventId, @Nullable String after, int limit) {
    List<Saved> part = anonymous.of(eventId, after, limit);
    part.forEach(this::anonymise);
    return part;
  }

  private void anonymise(Saved found) {
    Optional<Saved> saved = Optional.of(found);
    while (saved.isPresent() && !saved.get().registration().booking().isAnonymous()) {
      forgetGuest(saved.get().registration().booking());
      if (anonymous.anonymise(saved.get()) == Written.DONE) {
        return;
      }
      saved = registrations.find(found.registration().booking().id());
    }
  }

  private void forgetGuest(Booking booking) {
    guests
        .find(booking.personId())
        .filter(guest -> guest.claimedBy() == null)
        .filter(
            guest ->
                ofPerson.own(guest.person().id(), null, SOME).stream()
                    .map(one -> one.registration().booking().eventId())
                    .allMatch(booking.eventId()::equals))
        .ifPresent(guests::forget);
  }
}
