package org.juxian.registration.fanout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.EventStore;
import org.juxian.registration.persistence.FanOutStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationsOfEvent;
import org.juxian.registration.persistence.WorkLeases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings each fan-out to the registrations of its event, a chunk at a time, and notes how far it
 * has come. After a crash it goes on from the last chunk; who has heard already is not told again,
 * because each registration remembers the cause.
 */
@Component
class FanOutWorker {

  private static final Logger log = LoggerFactory.getLogger(FanOutWorker.class);
  private static final int CHUNK = 500;

  /** No registration is still on its way so long after its event was cancelled. */
  private static final Duration STRAGGLERS = Duration.ofMinutes(2);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final FanOutStore fanOuts;
  private final RegistrationsOfEvent registrations;
  private final EventStore events;
  private final Tellers tellers;
  private final WorkLeases leases;
  private final InstantSource clock;

  FanOutWorker(
      FanOutStore fanOuts,
      RegistrationsOfEvent registrations,
      EventStore events,
      Tellers tellers,
      WorkLeases leases,
      InstantSource clock) {
    this.fanOuts = fanOuts;
    this.registrations = registrations;
    this.events = events;
    this.tellers = tellers;
    this.leases = leases;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${juxian.registration.fan-out-every:250ms}")
  void work() {
    try {
      while (leases.held("fan-out")) {
        Optional<FanOut> due = fanOuts.due(clock.instant());
        if (due.isEmpty()) {
          return;
        }
        advanceOrPutOff(due.get());
      }
    } catch (RuntimeException failed) {
      log.warn("Fan-outs wait: {}", failed.toString());
    }
  }

  /** One that fails does not keep the others waiting. */
  private void advanceOrPutOff(FanOut fanOut) {
    try {
      advance(fanOut);
    } catch (RuntimeException failed) {
      log.warn("Fan-out {} waits: {}", fanOut.id(), failed.toString());
      fanOuts.putOff(fanOut, clock.instant().plus(AFTER_FAILURE));
    }
  }

  private void advance(FanOut fanOut) {
    Optional<Event> event = events.find(fanOut.eventId());
    if (event.isEmpty() || !tellers.stillTrue(fanOut, event.get())) {
      fanOuts.done(fanOut);
      return;
    }
    List<Saved> chunk =
        fanOut.what() == FanOut.What.CANCELLED
            ? registrations.notEnded(fanOut.eventId(), fanOut.after(), CHUNK)
            : registrations.standing(fanOut.eventId(), fanOut.after(), CHUNK);
    tellers.tell(fanOut, event.get(), chunk);
    if (chunk.size() == CHUNK) {
      fanOuts.reached(fanOut, chunk.getLast().registration().booking().id());
    } else {
      finish(fanOut);
    }
  }

  /** A cancellation looks again until nobody can come late. */
  private void finish(FanOut fanOut) {
    Instant now = clock.instant();
    if (fanOut.what() == FanOut.What.CANCELLED && now.isBefore(fanOut.since().plus(STRAGGLERS))) {
      fanOuts.again(fanOut, now.plus(LOOK_AGAIN));
    } else {
      fanOuts.done(fanOut);
    }
  }
}
