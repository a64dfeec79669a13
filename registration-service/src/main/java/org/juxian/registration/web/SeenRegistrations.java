package org.juxian.registration.web;

import java.util.Optional;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.Caller;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Component;

/** Finds a registration for somebody who may see it; for anybody else it is not there. */
@Component
class SeenRegistrations {

  /** A registration and its event. */
  record Seen(Saved saved, Event event) {

    Registration registration() {
      return saved.registration();
    }
  }

  private final RegistrationStore registrations;
  private final EventBook events;

  SeenRegistrations(RegistrationStore registrations, EventBook events) {
    this.registrations = registrations;
    this.events = events;
  }

  /** Anybody's: who asks for it decides who may see it. */
  Optional<Seen> find(String id) {
    return registrations.find(id).map(saved -> new Seen(saved, event(saved.registration())));
  }

  /** The caller's own, or one for an event that they organise. */
  Seen by(Caller caller, String id) {
    Optional<Saved> found = registrations.find(id);
    if (found.isPresent()) {
      Event event = event(found.get().registration());
      if (Access.sees(caller, found.get().registration(), event)) {
        return new Seen(found.get(), event);
      }
    }
    throw Problem.notFound();
  }

  /** The caller's own. */
  Seen own(Caller caller, String id) {
    Seen seen = by(caller, id);
    if (!seen.registration().booking().personId().equals(caller.personId())) {
      throw Problem.of(403, "not-allowed");
    }
    return seen;
  }

  Event event(Registration registration) {
    return events.find(registration.booking().eventId()).orElseThrow(Problem::notFound);
  }
}
