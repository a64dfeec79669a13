package org.juxian.registration.registering;

import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Refusal;
import org.springframework.stereotype.Component;

/**
 * Looks once more at the event after a registration was stored. A cancellation, or a change of the
 * quotas, is stored before the sweep over the registrations begins: so either the sweep sees this
 * registration, or we see the change here.
 */
@Component
class AfterInsert {

  private final EventBook events;
  private final CancelRegistration cancellation;
  private final Adoption adoption;

  AfterInsert(EventBook events, CancelRegistration cancellation, Adoption adoption) {
    this.events = events;
    this.cancellation = cancellation;
    this.adoption = adoption;
  }

  Outcome look(Saved saved, Event event) {
    String id = saved.registration().booking().id();
    return switch (events.takesPlaceStill(event)) {
      case AS_IT_WAS -> new Outcome.Done(saved.registration(), event, false);
      case ADMISSION_CHANGED -> {
        events.find(event.id()).ifPresent(now -> adoption.of(now).adopt(saved));
        yield new Outcome.Done(saved.registration(), event, false);
      }
      case OFF -> {
        cancellation.becauseEventCancelled(id, events.find(event.id()).orElse(event), null);
        yield new Outcome.Refused(new Refusal.EventCancelled());
      }
    };
  }
}
