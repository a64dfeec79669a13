package org.juxian.registration.fanout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.juxian.registration.persistence.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sets a reminder going for each event that starts soon. It goes by the start as it is now: an
 * event that moves is reminded of at its new time, and again if it was reminded of before.
 */
@Component
class Reminders {

  private final EventStore events;
  private final FanOuts fanOuts;
  private final InstantSource clock;
  private final Duration before;

  Reminders(
      EventStore events,
      FanOuts fanOuts,
      InstantSource clock,
      @Value("${juxian.registration.remind-before}") Duration before) {
    this.events = events;
    this.fanOuts = fanOuts;
    this.clock = clock;
    this.before = before;
  }

  @Scheduled(fixedDelayString = "${juxian.registration.remind-every:30s}", initialDelay = 2000)
  void look() {
    Instant now = clock.instant();
    events
        .startingWithin(now, now.plus(before))
        .forEach(event -> fanOuts.reminderDue(event.id(), event.startsAt()));
  }
}
