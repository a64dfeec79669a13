package org.juxian.registration.registering;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Written;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.messaging.PendingMessages;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Service;

/** The organiser rejects a request: one guarded write, after which what it held is free. */
@Service
public class RejectRequest {

  private final RegistrationStore registrations;
  private final CancelRegistration cancellation;
  private final InstantSource clock;

  RejectRequest(
      RegistrationStore registrations, CancelRegistration cancellation, InstantSource clock) {
    this.registrations = registrations;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  /** Ends a request; what it held is free. */
  public Outcome reject(String id, Event event, @Nullable Text reason) {
    while (true) {
      Optional<Saved> found = registrations.find(id);
      if (found.isEmpty()) {
        return new Outcome.Refused(new Refusal.NoSuchRegistration());
      }
      if (isRejected(found.get().registration())) {
        return new Outcome.Done(found.get().registration(), event, true);
      }
      if (!(found.get().registration() instanceof Pending.Requested requested)) {
        return new Outcome.Refused(new Refusal.NotRequested());
      }
      Registration.Cancelled rejected =
          new Registration.Cancelled(
              requested.booking(),
              Registration.Cancelled.By.REJECTED,
              reason,
              clock.instant().truncatedTo(ChronoUnit.MILLIS));
      Written written =
          registrations.update(
              found.get(), rejected, List.of(PendingMessages.rejected(rejected, event)), null);
      if (written == Written.DONE) {
        cancellation.released(found.get(), event);
        return new Outcome.Done(rejected, event, false);
      }
    }
  }

  private static boolean isRejected(Registration registration) {
    return registration instanceof Registration.Cancelled ended
        && ended.by() == Registration.Cancelled.By.REJECTED;
  }
}
