package org.juxian.registration.checkin;

import java.util.Optional;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.catalogue.EventEntrance;
import org.juxian.registration.persistence.EntranceStore;
import org.juxian.registration.place.Entrance;
import org.springframework.stereotype.Service;

/** Says through which doors people come to an event, and where these lead. */
@Service
public class SettleEntrance {

  private final EntranceStore entrances;
  private final EventBook events;

  SettleEntrance(EntranceStore entrances, EventBook events) {
    this.entrances = entrances;
    this.events = events;
  }

  /** Empty if somebody settled it since {@code seen}. */
  public Optional<EventEntrance> settle(Event event, long seen, Entrance entrance) {
    if (!entrances.settle(event.id(), seen, entrance)) {
      return Optional.empty();
    }
    events.changed(event.id());
    return Optional.of(new EventEntrance(seen + 1, entrance));
  }
}
