package org.juxian.registration.privacy;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationsOfPerson;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Registration;
import org.juxian.registration.registering.CancelRegistration;
import org.springframework.stereotype.Component;

/**
 * What becomes of the registrations of a person who wants to be forgotten: those to come are given
 * back, and all of them lose the name, the team's names, and which sessions were chosen. That
 * somebody was there stays, for the counts.
 */
@Component
class Leaving {

  private static final int CHUNK = 200;

  private final RegistrationsOfPerson ofPerson;
  private final RegistrationStore registrations;
  private final CancelRegistration cancelling;
  private final EventBook events;
  private final LeavingOthers others;

  Leaving(
      RegistrationsOfPerson ofPerson,
      RegistrationStore registrations,
      CancelRegistration cancelling,
      EventBook events,
      LeavingOthers others) {
    this.others = others;
    this.ofPerson = ofPerson;
    this.registrations = registrations;
    this.cancelling = cancelling;
    this.events = events;
  }

  void leave(String personId) {
    @Nullable String before = null;
    List<Saved> chunk;
    do {
      chunk = ofPerson.own(personId, before, CHUNK);
      for (Saved saved : chunk) {
        before = saved.registration().booking().id();
        leave(saved.registration(), personId);
      }
    } while (chunk.size() == CHUNK);
    others.leave(personId);
  }

  /**
   * The name goes first, so that what is told of the rest does not bring it back elsewhere; the
   * team's names go last, so that its members hear that they have no place any more.
   */
  private void leave(Registration registration, String personId) {
    String id = registration.booking().id();
    write(id, personId, one -> one.named(Booking.NOBODY));
    events
        .find(registration.booking().eventId())
        .ifPresent(
            event -> {
              var _ = cancelling.own(id, event, personId);
            });
    write(id, personId, Registration::forgotten);
  }

  private void write(String id, String personId, UnaryOperator<Registration> forget) {
    Optional<Saved> saved = registrations.find(id);
    while (saved.isPresent()
        && saved.get().registration().booking().personId().equals(personId)
        && !forget.apply(saved.get().registration()).equals(saved.get().registration())
        && registrations.update(
                saved.get(), forget.apply(saved.get().registration()), List.of(), null)
            != Written.DONE) {
      saved = registrations.find(id);
    }
  }
}
