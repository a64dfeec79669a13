package org.juxian.registration.delegation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Ids;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.delegation.sheet.Member;
import org.juxian.registration.delegation.sheet.Reading;
import org.juxian.registration.persistence.DelegationRowStore;
import org.juxian.registration.persistence.DelegationStore;
import org.juxian.registration.persistence.Request;
import org.juxian.registration.questions.Form;
import org.springframework.stereotype.Service;

/**
 * Takes a list that was found good. Its rows are stored first and the delegation last, in one
 * write: from then on it is worked off, whatever happens to this process.
 */
@Service
public class SendDelegation {

  /**
   * Who sends what to where.
   *
   * @param organisationId the school
   * @param request the Idempotency-Key with the list, where one was sent
   */
  public record Order(
      Event event,
      String ticketTypeId,
      String organisationId,
      String coordinatorId,
      @Nullable Request request) {}

  private final DelegationStore delegations;
  private final DelegationRowStore rows;
  private final Ids ids;
  private final InstantSource clock;

  SendDelegation(
      DelegationStore delegations, DelegationRowStore rows, Ids ids, InstantSource clock) {
    this.delegations = delegations;
    this.rows = rows;
    this.ids = ids;
    this.clock = clock;
  }

  /** Starts it, or finds what the same request started; the reading must have no faults. */
  public Delegation send(Order order, Form form, Reading reading) {
    String id = ids.next();
    List<DelegationRow> all = new ArrayList<>();
    for (Member member : reading.members()) {
      all.add(
          new DelegationRow(
              id,
              member.line(),
              member.name(),
              member.phone(),
              null,
              member.answers(),
              DelegationRow.State.WAITING,
              null));
    }
    rows.add(all);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Delegation delegation =
        new Delegation(
            id,
            1,
            order.event().id(),
            order.ticketTypeId(),
            order.organisationId(),
            order.coordinatorId(),
            form.version(),
            all.size(),
            Delegation.Phase.HOLDING,
            null,
            now,
            null,
            order.request());
    if (delegations.add(delegation)) {
      return delegation;
    }
    rows.remove(id);
    return sentBy(order.request()).orElseThrow();
  }

  /** What this request has sent before, if it did. */
  public Optional<Delegation> sentBy(@Nullable Request request) {
    return Optional.ofNullable(request).flatMap(delegations::madeBy);
  }
}
