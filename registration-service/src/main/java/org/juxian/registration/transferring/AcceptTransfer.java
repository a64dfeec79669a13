package org.juxian.registration.transferring;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.messaging.RegistrationMessages;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Decision;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.TransferRules;
import org.juxian.registration.registering.Gate;
import org.juxian.registration.registering.Outcome;
import org.springframework.stereotype.Service;

/**
 * A person takes over a ticket that was offered to an address of theirs: one guarded write changes
 * whose it is, replaces the ticket, ends the offer and tells both. The place is never free.
 */
@Service
public class AcceptTransfer {

  /**
   * Who takes it.
   *
   * @param addresses phone numbers and mail addresses that the person has proved
   */
  public record Recipient(
      String personId,
      String name,
      Set<String> grants,
      @Nullable String organisationId,
      List<String> addresses) {}

  private final RegistrationStore registrations;
  private final SuccessorHold holds;
  private final Gate gate;
  private final InstantSource clock;

  AcceptTransfer(
      RegistrationStore registrations, SuccessorHold holds, Gate gate, InstantSource clock) {
    this.registrations = registrations;
    this.holds = holds;
    this.gate = gate;
    this.clock = clock;
  }

  public Outcome accept(String registrationId, Event event, Recipient who) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    while (true) {
      Optional<Saved> saved = registrations.find(registrationId);
      if (saved.isEmpty()) {
        return new Outcome.Refused(new Refusal.NoSuchOffer());
      }
      Optional<Refusal> refusal = refusal(saved.get().registration(), event, who, now);
      if (refusal.isPresent()) {
        return new Outcome.Refused(refusal.get());
      }
      switch (holds.of(saved.get(), event, who.personId())) {
        case SuccessorHold.Answer.Refused(var why) -> {
          return new Outcome.Refused(why);
        }
        case SuccessorHold.Answer.Found(Hold hold) -> {
          Registration next = passedOn(saved.get().registration(), who, now);
          if (write(saved.get(), next, hold, event) == RegistrationStore.Taking.DONE) {
            return new Outcome.Done(next, event, false);
          }
        }
      }
    }
  }

  private Optional<Refusal> refusal(
      Registration registration, Event event, Recipient who, Instant now) {
    if (TransferRules.standingFor(registration, who.addresses(), now).isEmpty()) {
      return Optional.of(new Refusal.NoSuchOffer());
    }
    String type = registration.booking().ticketTypeId();
    return TransferRules.refusal(
            registration, event.admission().settings().rules(type), event.startsAt(), now)
        .or(() -> gate.askSuccessor(who.personId(), who.grants(), type, event));
  }

  private static Registration passedOn(Registration before, Recipient who, Instant now) {
    return switch (before.passOn(who.personId(), who.name(), now)) {
      case Decision.Accepted(Registration.Held(Booking booking, int place)) ->
          new Registration.Held(booking.from(who.organisationId()), place);
      case Decision.Accepted _, Decision.Unchanged _, Decision.Rejected _ ->
          throw new IllegalStateException("offered and yet not to be passed on");
    };
  }

  private RegistrationStore.Taking write(Saved saved, Registration next, Hold hold, Event event) {
    return registrations.take(
        saved,
        next,
        hold,
        List.of(
            RegistrationMessages.passedOn(saved.registration().booking(), event),
            RegistrationMessages.confirmed(next.booking(), event)));
  }
}
