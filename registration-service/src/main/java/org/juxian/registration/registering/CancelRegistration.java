package org.juxian.registration.registering;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Cause;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Written;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.Occupancy;
import org.juxian.registration.messaging.RegistrationMessages;
import org.juxian.registration.messaging.TransferMessages;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Decision;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Registration.Cancelled;
import org.springframework.stereotype.Service;

/** Gives a place back: one guarded write, after which the place is free at once. */
@Service
public class CancelRegistration {

  /**
   * Why and for whom.
   *
   * @param owner whose it must be still, where that matters
   */
  private record Reason(
      Cancelled.By by, @Nullable Text text, boolean told, @Nullable String owner) {

    boolean concerns(Saved saved) {
      return owner == null || owner.equals(saved.registration().booking().personId());
    }
  }

  private final RegistrationStore registrations;
  private final Numbers numbers;
  private final Occupancy occupancy;
  private final WaitingLine line;
  private final InstantSource clock;

  CancelRegistration(
      RegistrationStore registrations,
      Numbers numbers,
      Occupancy occupancy,
      WaitingLine line,
      InstantSource clock) {
    this.registrations = registrations;
    this.numbers = numbers;
    this.occupancy = occupancy;
    this.line = line;
    this.clock = clock;
  }

  /** Cancels for the person, unless it was passed on to another; done twice it is done once. */
  public Outcome own(String registrationId, Event event, String personId) {
    return cancel(
        registrationId, event, new Reason(Cancelled.By.PERSON, null, true, personId), null);
  }

  /** Cancels for the organiser or by a rule; done twice it is done once. */
  public Outcome cancel(String registrationId, Event event, Cancelled.By by, @Nullable Text why) {
    return cancel(registrationId, event, new Reason(by, why, true, null), null);
  }

  /** Takes back, telling nobody, what nobody was told of; done twice it is done once. */
  public void quietly(String registrationId, Event event) {
    var _ =
        cancel(registrationId, event, new Reason(Cancelled.By.ORGANISER, null, false, null), null);
  }

  /** Cancels one registration of a cancelled event; safe to repeat with the same cause. */
  public void becauseEventCancelled(String registrationId, Event event, @Nullable Cause cause) {
    Reason why = new Reason(Cancelled.By.EVENT_CANCELLED, event.reason(), true, null);
    var _ = cancel(registrationId, event, why, cause);
  }

  private Outcome cancel(String id, Event event, Reason why, @Nullable Cause cause) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    while (true) {
      Optional<Saved> found = registrations.find(id);
      if (found.filter(why::concerns).isEmpty()) {
        return new Outcome.Refused(new Refusal.NoSuchRegistration());
      }
      switch (found.get().registration().cancel(why.by(), why.text(), now)) {
        case Decision.Rejected(Refusal refusal) -> {
          return new Outcome.Refused(refusal);
        }
        case Decision.Unchanged(Registration state) -> {
          return new Outcome.Done(state, event, true);
        }
        case Decision.Accepted(Registration next) -> {
          if (write(found.get(), next, event, why.told(), cause) == Written.DONE) {
            return new Outcome.Done(next, event, false);
          }
        }
      }
    }
  }

  private Written write(
      Saved before, Registration next, Event event, boolean told, @Nullable Cause cause) {
    Registration was = before.registration();
    List<Outgoing> messages =
        new ArrayList<>(TransferMessages.withdrawn(was, next, event, clock.instant()));
    if (told && next instanceof Cancelled cancelled) {
      messages.addAll(RegistrationMessages.ended(was, cancelled, event));
    }
    Written written = registrations.update(before, next, messages, cause);
    if (written == Written.DONE) {
      released(before, event);
    }
    return written;
  }

  /** What this registration held is free, and offered to whoever waits for it. */
  public void released(Saved before, Event event) {
    Hold hold = before.hold();
    if (hold != null) {
      numbers.giveBack(event.id(), before.registration().booking().ticketTypeId(), hold);
    }
    occupancy.changed(event.id());
    line.released(event);
  }
}
