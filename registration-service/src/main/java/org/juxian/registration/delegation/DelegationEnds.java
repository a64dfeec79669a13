package org.juxian.registration.delegation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.delegation.Delegation.Phase;
import org.juxian.registration.messaging.DelegationMessages;
import org.juxian.registration.persistence.DelegationStore;
import org.springframework.stereotype.Component;

/**
 * Brings a list to its end, and tells its coordinator: once, for the message is written with the
 * phase, by whoever is the first.
 */
@Component
class DelegationEnds {

  private final DelegationStore delegations;
  private final RowPlaces places;
  private final InstantSource clock;

  DelegationEnds(DelegationStore delegations, RowPlaces places, InstantSource clock) {
    this.delegations = delegations;
    this.places = places;
    this.clock = clock;
  }

  /** Nobody is registered. */
  void refused(Delegation delegation, Event event) {
    Delegation next = delegation.in(Phase.REFUSED, delegation.refusal(), now());
    delegations.advance(next, List.of(DelegationMessages.finished(next, event, 0)));
  }

  /** Everybody has been told: it is done, unless the organiser must approve some. */
  void told(Delegation delegation, Event event) {
    int requested = places.tally(delegation).requested();
    Delegation next =
        requested == 0
            ? delegation.in(Phase.DONE, null, now())
            : delegation.in(Phase.DECIDING, null, null);
    delegations.advance(next, List.of(DelegationMessages.finished(next, event, requested)));
  }

  /** Done once the organiser has decided about all, or can do so no more. */
  void decided(Delegation delegation, Event event) {
    RowPlaces.Tally tally = places.tally(delegation);
    if (tally.requested() > 0 && now().isBefore(event.endsAt())) {
      return;
    }
    Delegation next = delegation.in(Phase.DONE, null, now());
    boolean nothing = tally.requested() > 0 || tally.approved() + tally.rejected() == 0;
    delegations.advance(
        next,
        nothing
            ? List.of()
            : List.of(DelegationMessages.decided(next, event, tally.approved(), tally.rejected())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
