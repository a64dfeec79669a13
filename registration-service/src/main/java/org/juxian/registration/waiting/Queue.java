package org.juxian.registration.waiting;

import java.util.List;
import java.util.Optional;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.WaitingStore;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.juxian.registration.registering.Outcome;
import org.springframework.stereotype.Service;

/** The waiting list of an event: where one stands in it, and what the organiser does about it. */
@Service
public class Queue {

  private final WaitingStore waiting;
  private final RegistrationStore registrations;
  private final Offers offers;

  Queue(WaitingStore waiting, RegistrationStore registrations, Offers offers) {
    this.waiting = waiting;
    this.registrations = registrations;
    this.offers = offers;
  }

  /** Those who wait, in their order. */
  public List<Saved> inOrder(String eventId, int limit) {
    return waiting.inOrder(eventId, limit);
  }

  /** 1 for who is offered the next place of this ticket type. */
  public int position(Pending.Waiting entry) {
    return waiting.ahead(entry) + 1;
  }

  /** The position of who joins now. */
  int last(Event event, String typeId) {
    return waiting.count(event.id(), typeId) + 1;
  }

  /** Whether a person may register at once and needs not wait. */
  boolean hasRoom(Event event, String typeId) {
    return offers.hasRoom(event, typeId);
  }

  /** Somebody has joined: what is free is offered, and what came of it is answered. */
  Outcome joined(Registration made, Event event) {
    offers.released(event);
    return new Outcome.Done(
        registrations.find(made.booking().id()).map(Saved::registration).orElse(made),
        event,
        false);
  }

  /**
   * The organiser gives somebody another priority: the higher, the sooner; within one priority the
   * order of joining counts.
   */
  public Outcome prioritise(String id, Event event, int priority) {
    while (true) {
      Optional<Saved> found = registrations.find(id);
      if (found.isEmpty() || !found.get().registration().booking().eventId().equals(event.id())) {
        return new Outcome.Refused(new Refusal.NoSuchRegistration());
      }
      if (!(found.get().registration() instanceof Pending.Waiting entry)) {
        return new Outcome.Refused(new Refusal.NotWaiting());
      }
      Pending.Waiting next = entry.prioritised(priority);
      switch (registrations.update(found.get(), next, List.of(), null)) {
        case DONE, ALREADY_HANDLED -> {
          offers.released(event);
          return new Outcome.Done(next, event, false);
        }
        case STALE -> {}
      }
    }
  }
}
