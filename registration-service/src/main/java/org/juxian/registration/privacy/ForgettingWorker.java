package org.juxian.registration.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.juxian.registration.persistence.EndedEvents;
import org.juxian.registration.persistence.WorkLeases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets go of the people of events that were longer ago than their registrations are kept. */
@Component
class ForgettingWorker {

  private static final Logger log = LoggerFactory.getLogger(ForgettingWorker.class);
  private static final String WORK = "forgetting";
  private static final int PART = 100;

  private final EndedEvents events;
  private final ForgetEvent forgetting;
  private final WorkLeases leases;
  private final InstantSource clock;
  private final Duration kept;

  ForgettingWorker(
      EndedEvents events,
      ForgetEvent forgetting,
      WorkLeases leases,
      InstantSource clock,
      Retention.Periods periods) {
    this.events = events;
    this.forgetting = forgetting;
    this.leases = leases;
    this.clock = clock;
    this.kept = periods.registrations();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT12M")
  void work() {
    try {
      work(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    } catch (RuntimeException failed) {
      log.warn("Registrations of events long ago keep their names for now: {}", failed.toString());
    }
  }

  /** Does all that is due, while this replica holds the lease; nothing if all is kept for ever. */
  void work(Instant now) {
    if (kept.isZero() || kept.isNegative()) {
      return;
    }
    List<String> due;
    do {
      due = events.due(now.minus(kept), PART);
      for (String eventId : due) {
        if (!forgetting.forget(eventId, now, () -> leases.held(WORK))) {
          return;
        }
        log.info("Event {} has no names any more", eventId);
      }
    } while (due.size() == PART);
  }
}
