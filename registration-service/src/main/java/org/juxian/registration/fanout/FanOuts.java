package org.juxian.registration.fanout;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.juxian.registration.persistence.FanOutStore;
import org.springframework.stereotype.Service;

/** Keeps what everyone registered for an event must hear; {@link FanOutWorker} brings it. */
@Service
public class FanOuts {

  private final FanOutStore store;
  private final InstantSource clock;

  FanOuts(FanOutStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The event is another than it was. */
  public void eventChanged(String cause, String eventId, List<String> changes) {
    add(new FanOut(cause, eventId, FanOut.What.CHANGED, changes, null, clock.instant(), null));
  }

  /** The event will not take place: each registration is cancelled. */
  public void eventCancelled(String cause, String eventId) {
    add(new FanOut(cause, eventId, FanOut.What.CANCELLED, List.of(), null, clock.instant(), null));
  }

  /** The event starts soon. Once for each start, however often it is asked for. */
  void reminderDue(String eventId, Instant startsAt) {
    add(
        new FanOut(
            "reminder-" + eventId + "-" + startsAt.toEpochMilli(),
            eventId,
            FanOut.What.REMINDER,
            List.of(),
            startsAt,
            clock.instant(),
            null));
  }

  private void add(FanOut fanOut) {
    store.add(fanOut);
  }
}
