package org.juxian.registration.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.delegation.Delegation;

/** What this service tells about delegations, as {@code contracts/registration} says. */
public final class DelegationMessages {

  static final String FINISHED = "registration.delegation-finished.v1";

  record Refusal(int line, String why) {}

  record Finished(
      String delegationId,
      String personId,
      String organisationId,
      String eventId,
      String kind,
      Text eventTitle,
      Instant startsAt,
      int total,
      String outcome,
      @Nullable Refusal refusal) {}

  private DelegationMessages() {}

  /** Its coordinator hears how a list ended. */
  public static Outgoing finished(Delegation delegation, Event event) {
    Delegation.Refused refused = delegation.refusal();
    return new Outgoing(
        RegistrationMessages.TOPIC,
        FINISHED,
        delegation.id(),
        new Finished(
            delegation.id(),
            delegation.coordinatorId(),
            delegation.organisationId(),
            event.id(),
            event.kind(),
            event.title(),
            event.startsAt(),
            delegation.total(),
            refused == null ? "registered" : "refused",
            refused == null ? null : new Refusal(refused.line(), refused.why())));
  }
}
