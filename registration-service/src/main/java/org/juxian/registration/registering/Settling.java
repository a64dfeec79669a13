package org.juxian.registration.registering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.persistence.AdmissionStore;
import org.juxian.registration.persistence.AdmissionStore.Unsettled;
import org.juxian.registration.persistence.EventStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationsOfEvent;
import org.juxian.registration.persistence.WorkLeases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * After an organiser has changed which keys are asked for, or which tickets may be passed on, gives
 * all registrations that stand the keys, and ends the offers. The mark that this is to be done is
 * part of the write which changed it, so a crash only delays it. It is over when a pass has begun
 * so late that no registration made under the settings before can still be on its way.
 */
@Component
class Settling {

  private static final Logger log = LoggerFactory.getLogger(Settling.class);
  private static final int CHUNK = 500;
  private static final int AT_ONCE = 20;

  private final AdmissionStore admissions;
  private final EventStore events;
  private final EventBook book;
  private final RegistrationsOfEvent registrations;
  private final Adoption adoption;
  private final WorkLeases leases;
  private final InstantSource clock;
  private final Duration onTheirWay;

  Settling(
      AdmissionStore admissions,
      EventStore events,
      EventBook book,
      RegistrationsOfEvent registrations,
      Adoption adoption,
      WorkLeases leases,
      InstantSource clock,
      @Value("${juxian.registration.settle-for}") Duration onTheirWay) {
    this.admissions = admissions;
    this.events = events;
    this.book = book;
    this.registrations = registrations;
    this.adoption = adoption;
    this.leases = leases;
    this.clock = clock;
    this.onTheirWay = onTheirWay;
  }

  @Scheduled(fixedDelayString = "${juxian.registration.settle-every:500ms}")
  void work() {
    try {
      if (leases.held("settling")) {
        admissions.unsettled(clock.instant(), AT_ONCE).forEach(this::settle);
      }
    } catch (RuntimeException failed) {
      log.warn("Settling waits: {}", failed.toString());
    }
  }

  private void settle(Unsettled which) {
    Instant begun = clock.instant();
    Optional<Event> event = events.find(which.eventId());
    if (event.isEmpty() || event.get().admission().version() != which.version()) {
      return;
    }
    Adoption.Sweep sweep = adoption.of(event.get());
    String after = null;
    List<Saved> chunk;
    do {
      chunk = registrations.notEnded(which.eventId(), after, CHUNK);
      for (Saved saved : chunk) {
        sweep.adopt(saved);
        after = saved.registration().booking().id();
      }
    } while (chunk.size() == CHUNK);
    if (begun.isAfter(which.since().plus(onTheirWay))) {
      admissions.settled(which);
      book.changed(which.eventId());
    }
  }
}
