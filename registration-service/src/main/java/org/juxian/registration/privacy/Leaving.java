package org.juxian.registration.privacy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Registration;
import org.juxian.registration.registering.CancelRegistration;
import org.springframework.stereotype.Component;

/**
 * What becomes of the registrations of a person who wants to be forgotten: those to come are given
 * back, and all of them lose the name. That somebody was there stays, for the counts.
 */
@Component
class Leaving {

  static final String NOBODY = "-";
  private static final int CHUNK = 200;

  private final RegistrationStore registrations;
  private final CancelRegistration cancelling;
  private final EventBook events;

  Leaving(RegistrationStore registrations, CancelRegistration cancelling, EventBook events) {
    this.registrations = registrations;
    this.cancelling = cancelling;
    this.events = events;
  }

  void leave(String personId) {
    @Nullable String before = null;
    List<Saved> chunk;
    do {
      chunk = registrations.of(personId, before, CHUNK);
      for (Saved saved : chunk) {
        before = saved.registration().booking().id();
        leave(saved.registration(), personId);
      }
    } while (chunk.size() == CHUNK);
  }

  /** The name goes first, so that what is told of the rest does not bring it back elsewhere. */
  private void leave(Registration registration, String personId) {
    String id = registration.booking().id();
    Optional<Saved> saved = registrations.find(id);
    while (saved.isPresent()
        && saved.get().registration().booking().personId().equals(personId)
        && !saved.get().registration().booking().personName().equals(NOBODY)
        && registrations.update(
                saved.get(), saved.get().registration().named(NOBODY), List.of(), null)
            != Written.DONE) {
      saved = registrations.find(id);
    }
    events
        .find(registration.booking().eventId())
        .ifPresent(
            event -> {
              var _ = cancelling.own(id, event, personId);
            });
  }
}
