package org.juxian.registration.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.juxian.registration.persistence.AuditStore;
import org.juxian.registration.persistence.EventStore;
import org.juxian.registration.persistence.PersonalRecords;
import org.juxian.registration.persistence.WishStore;
import org.juxian.registration.persistence.WorkLeases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets go of what was kept long enough, each kind after its own time. */
@Component
class Retention {

  /**
   * How long each kind is kept.
   *
   * @param registrations with a name, after the end of the event; zero for ever
   * @param answers what people answered, and their files, after the end of the event
   * @param exports what services exported for a person, after it was exported
   * @param audit who saw or changed what
   */
  @ConfigurationProperties("juxian.registration.keep")
  record Periods(Duration registrations, Duration answers, Duration exports, Duration audit) {}

  private static final Logger log = LoggerFactory.getLogger(Retention.class);

  private final PersonalRecords records;
  private final EventStore events;
  private final WishStore wishes;
  private final AuditStore audit;
  private final WorkLeases leases;
  private final InstantSource clock;
  private final Periods periods;

  Retention(
      PersonalRecords records,
      EventStore events,
      WishStore wishes,
      AuditStore audit,
      WorkLeases leases,
      InstantSource clock,
      Periods periods) {
    this.records = records;
    this.events = events;
    this.wishes = wishes;
    this.audit = audit;
    this.leases = leases;
    this.clock = clock;
    this.periods = periods;
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
  void tidy() {
    try {
      if (leases.held("retention")) {
        tidy(clock.instant());
      }
    } catch (RuntimeException failed) {
      log.warn("What was kept long enough stays for now: {}", failed.toString());
    }
  }

  void tidy(Instant now) {
    wishes.forgetExportsBefore(now.minus(periods.exports()));
    audit.forgetBefore(now.minus(periods.audit()));
    events
        .endedBefore(now.minus(periods.answers()))
        .forEach(event -> records.forgetAnswers(event.id()));
  }
}
