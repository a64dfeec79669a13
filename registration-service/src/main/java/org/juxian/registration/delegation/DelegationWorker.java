package org.juxian.registration.delegation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.juxian.registration.persistence.DelegationStore;
import org.juxian.registration.persistence.WorkLeases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works off the delegations, a chunk at a time. After a crash it goes on where it was; every step
 * may be done twice, and by two replicas at once.
 */
@Component
class DelegationWorker {

  private static final Logger log = LoggerFactory.getLogger(DelegationWorker.class);
  private static final int AT_A_TIME = 20;

  /** A write of another process may still be on its way so long after a refusal. */
  private static final Duration STRAGGLERS = Duration.ofMinutes(2);

  private final DelegationStore delegations;
  private final DelegationSteps steps;
  private final WorkLeases leases;
  private final InstantSource clock;

  DelegationWorker(
      DelegationStore delegations, DelegationSteps steps, WorkLeases leases, InstantSource clock) {
    this.delegations = delegations;
    this.steps = steps;
    this.leases = leases;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${juxian.registration.delegations-every:500ms}")
  void work() {
    try {
      if (leases.held("delegations")) {
        delegations.unfinished(AT_A_TIME).forEach(this::goOn);
      }
    } catch (RuntimeException failed) {
      log.warn("Delegations wait: {}", failed.toString());
    }
  }

  @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
  void lookForStragglers() {
    try {
      if (leases.held("delegations")) {
        delegations
            .refusedSince(clock.instant().minus(STRAGGLERS), AT_A_TIME)
            .forEach(steps::release);
      }
    } catch (RuntimeException failed) {
      log.warn("Stragglers of delegations wait: {}", failed.toString());
    }
  }

  @Scheduled(fixedDelayString = "${juxian.registration.decisions-every:15s}")
  void lookForDecisions() {
    try {
      if (leases.held("delegations")) {
        List<Delegation> some = delegations.deciding(null, AT_A_TIME);
        while (!some.isEmpty()) {
          some.forEach(this::decide);
          some = delegations.deciding(some.getLast().id(), AT_A_TIME);
        }
      }
    } catch (RuntimeException failed) {
      log.warn("Decisions about delegations wait: {}", failed.toString());
    }
  }

  private void decide(Delegation delegation) {
    try {
      steps.decide(delegation);
    } catch (RuntimeException failed) {
      log.warn("A delegation's decisions wait: {}", failed.toString());
    }
  }

  private void goOn(Delegation delegation) {
    try {
      steps.goOn(delegation);
    } catch (RuntimeException failed) {
      log.warn("A delegation waits in {}: {}", delegation.phase(), failed.toString());
    }
  }
}
