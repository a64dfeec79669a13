package org.juxian.registration.waiting;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.WaitingStore;
import org.juxian.registration.persistence.WorkLeases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends offers whose time is over, and offers what became free in whatever way: by another replica,
 * by a larger capacity, or before a crash.
 */
@Component
class WaitingWorker {

  private static final Logger log = LoggerFactory.getLogger(WaitingWorker.class);
  private static final int CHUNK = 200;

  private final WaitingStore waiting;
  private final AnswerOffer answers;
  private final Offers offers;
  private final EventBook events;
  private final WorkLeases leases;
  private final InstantSource clock;

  WaitingWorker(
      WaitingStore waiting,
      AnswerOffer answers,
      Offers offers,
      EventBook events,
      WorkLeases leases,
      InstantSource clock) {
    this.waiting = waiting;
    this.answers = answers;
    this.offers = offers;
    this.events = events;
    this.leases = leases;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${juxian.registration.waiting-every:1s}")
  void work() {
    try {
      if (leases.held("waiting")) {
        expire();
        offer();
      }
    } catch (RuntimeException failed) {
      log.warn("The waiting lists wait: {}", failed.toString());
    }
  }

  private void expire() {
    List<Saved> over = waiting.over(clock.instant(), CHUNK);
    for (Saved saved : over) {
      events
          .find(saved.registration().booking().eventId())
          .ifPresent(event -> answers.expire(saved, event));
    }
  }

  private void offer() {
    Optional<String> eventId = waiting.eventAfter("");
    while (eventId.isPresent()) {
      events.find(eventId.get()).ifPresent(offers::released);
      eventId = waiting.eventAfter(eventId.get());
    }
  }
}
