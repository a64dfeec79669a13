package org.juxian.registration.delegation;

import java.util.List;
import java.util.Optional;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.delegation.Delegation.Phase;
import org.juxian.registration.delegation.DelegationRow.State;
import org.juxian.registration.persistence.DelegationRowStore;
import org.juxian.registration.persistence.DelegationStore;
import org.springframework.stereotype.Component;

/**
 * Brings a delegation a chunk further. First everybody gets a place and nobody is told. When all
 * have one, each is told; if one cannot have one, all are given back.
 */
@Component
class DelegationSteps {

  private static final int CHUNK = 50;

  private final DelegationStore delegations;
  private final DelegationRowStore rows;
  private final RowSteps step;
  private final EventBook events;
  private final DelegationEnds ends;

  DelegationSteps(
      DelegationStore delegations,
      DelegationRowStore rows,
      RowSteps step,
      EventBook events,
      DelegationEnds ends) {
    this.delegations = delegations;
    this.rows = rows;
    this.step = step;
    this.events = events;
    this.ends = ends;
  }

  /** Goes on until the delegation is at its end, or somebody else brought it further. */
  void goOn(Delegation delegation) {
    Optional<Delegation> now = Optional.of(delegation);
    while (now.isPresent() && chunk(now.get())) {
      now = delegations.find(delegation.id());
    }
  }

  /** Does a chunk; says whether there is more to do. */
  boolean chunk(Delegation delegation) {
    return switch (delegation.phase()) {
      case HOLDING -> hold(delegation);
      case TELLING -> tell(delegation);
      case RELEASING -> release(delegation);
      case DECIDING, DONE, REFUSED -> false;
    };
  }

  private boolean hold(Delegation delegation) {
    List<DelegationRow> chunk = rows.inState(delegation.id(), State.WAITING, CHUNK);
    for (DelegationRow row : chunk) {
      Optional<String> refused = step.hold(delegation, row);
      if (refused.isPresent()) {
        Delegation.Refused why = new Delegation.Refused(row.line(), refused.get());
        delegations.advance(delegation.in(Phase.RELEASING, why, null), List.of());
        return true;
      }
    }
    if (chunk.size() < CHUNK) {
      delegations.advance(delegation.in(Phase.TELLING, null, null), List.of());
    }
    return true;
  }

  private boolean tell(Delegation delegation) {
    Event event = event(delegation);
    List<DelegationRow> chunk = rows.inState(delegation.id(), State.HELD, CHUNK);
    chunk.forEach(row -> step.tell(delegation, row, event));
    if (chunk.size() < CHUNK) {
      ends.told(delegation, event);
      return false;
    }
    return true;
  }

  /** Gives back whatever is held, of all rows: somebody may have taken a place meanwhile. */
  boolean release(Delegation delegation) {
    Event event = event(delegation);
    int after = 0;
    List<DelegationRow> chunk;
    do {
      chunk = rows.of(delegation.id(), after, CHUNK);
      for (DelegationRow row : chunk) {
        step.release(row, event);
        after = row.line();
      }
    } while (chunk.size() == CHUNK);
    if (delegation.phase() == Phase.RELEASING) {
      ends.refused(delegation, event);
    }
    return false;
  }

  /** Looks whether the organiser has decided about everybody. */
  void decide(Delegation delegation) {
    ends.decided(delegation, event(delegation));
  }

  private Event event(Delegation delegation) {
    return events
        .find(delegation.eventId())
        .orElseThrow(() -> new IllegalStateException("a delegation's event is not known"));
  }
}
