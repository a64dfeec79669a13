package org.juxian.registration.messaging;

import java.util.List;
import java.util.Set;
import org.juxian.platform.messaging.Incoming;
import org.juxian.registration.agenda.Programme;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.fanout.FanOuts;
import org.juxian.registration.persistence.ProgrammeStore;
import org.springframework.stereotype.Component;

/**
 * Keeps our copy of the events, and sets going what must reach everyone registered. Both are safe
 * to repeat: the copy goes by sequence, a fan-out by the message's id.
 */
@Component
class EventHandler {

  /** What those who are registered need not be told: it is for our copy only. */
  private static final Set<String> QUIET = Set.of("tickets", "speakers");

  private static final String FORUM = "forum";

  private final EventBook events;
  private final FanOuts fanOuts;
  private final ProgrammeStore programmes;

  EventHandler(EventBook events, FanOuts fanOuts, ProgrammeStore programmes) {
    this.programmes = programmes;
    this.events = events;
    this.fanOuts = fanOuts;
  }

  void published(Incoming<EventMessage> message) {
    keep(message);
  }

  void changed(Incoming<EventMessage> message) {
    keep(message);
    List<String> changes = message.data().changes() == null ? List.of() : message.data().changes();
    if (!QUIET.containsAll(changes)) {
      fanOuts.eventChanged(message.id(), message.data().eventId(), changes);
    }
  }

  /** The agenda first: whoever knows the event knows what is on at it. */
  private void keep(Incoming<EventMessage> message) {
    message.data().toProgramme(message.sequence()).ifPresent(programmes::apply);
    events.keep(message.data().toEvent(message.sequence()));
  }

  void cancelled(String kind, Incoming<EventCancelledMessage> message) {
    EventCancelledMessage data = message.data();
    if (kind.equals(FORUM)) {
      programmes.apply(new Programme(data.eventId(), message.sequence(), List.of()));
    }
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
