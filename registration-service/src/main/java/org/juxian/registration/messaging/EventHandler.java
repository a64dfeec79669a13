package org.juxian.registration.messaging;

import java.util.List;
import java.util.Set;
import org.juxian.platform.messaging.Incoming;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.fanout.FanOuts;
import org.springframework.stereotype.Component;

/**
 * Keeps our copy of the events, and sets going what must reach everyone registered. Both are safe
 * to repeat: the copy goes by sequence, a fan-out by the message's id.
 */
@Component
class EventHandler {

  /** What those who are registered need not be told: it is for our copy only. */
  private static final Set<String> QUIET = Set.of("tickets", "speakers");

  private final EventBook events;
  private final FanOuts fanOuts;

  EventHandler(EventBook events, FanOuts fanOuts) {
    this.events = events;
    this.fanOuts = fanOuts;
  }

  void published(Incoming<EventMessage> message) {
    events.keep(message.data().toEvent(message.sequence()));
  }

  void changed(Incoming<EventMessage> message) {
    events.keep(message.data().toEvent(message.sequence()));
    List<String> changes = message.data().changes() == null ? List.of() : message.data().changes();
    if (!QUIET.containsAll(changes)) {
      fanOuts.eventChanged(message.id(), message.data().eventId(), changes);
    }
  }

  void cancelled(String kind, Incoming<EventCancelledMessage> message) {
    EventCancelledMessage data = message.data();
    events.cancel(
        data.eventId(),
        kind,
        data.organisationId(),
        data.title(),
        data.reason(),
        message.sequence());
    fanOuts.eventCancelled(message.id(), data.eventId());
  }
}
