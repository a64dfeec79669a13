package org.juxian.registration.checkin;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationStore.Taking;
import org.juxian.registration.place.DoorLog;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Scan;
import org.springframework.stereotype.Service;

/**
 * Somebody has looked into why people were let in whom we would have refused, and says what it was.
 * Only the scans that they saw are settled: one of which we hear meanwhile is open.
 */
@Service
public class SettleDoubts {

  /** What came of it. */
  public sealed interface Answer {

    /** It is settled. */
    record Done(Reconciliation.Case now) implements Answer {}

    /** It is not. */
    record Refused(Refusal refusal) implements Answer {}
  }

  private final RegistrationStore registrations;
  private final InstantSource clock;

  SettleDoubts(RegistrationStore registrations, InstantSource clock) {
    this.registrations = registrations;
    this.clock = clock;
  }

  public Answer settle(
      String eventId, String registrationId, List<String> nonces, String by, String note) {
    Scan.Settled how =
        new Scan.Settled(by, clock.instant().truncatedTo(ChronoUnit.MILLIS), note.strip());
    while (true) {
      Optional<Saved> found =
          registrations
              .find(registrationId)
              .filter(saved -> saved.registration().booking().eventId().equals(eventId));
      if (found.isEmpty()) {
        return new Answer.Refused(new Refusal.NoSuchRegistration());
      }
      Saved saved = found.get();
      switch (saved.log().settle(nonces, how)) {
        case DoorLog.Settling.Unknown(int index) -> {
          return new Answer.Refused(new Refusal.NoSuchScan(index));
        }
        case DoorLog.Settling.Before() -> {
          return new Answer.Refused(new Refusal.SettledBefore());
        }
        case DoorLog.Settling.Repeated() -> {
          return done(saved, saved.log());
        }
        case DoorLog.Settling.Now(DoorLog log) -> {
          if (registrations.pass(saved, saved.registration(), log, List.of()) == Taking.DONE) {
            return done(saved, log);
          }
        }
      }
    }
  }

  private static Answer done(Saved saved, DoorLog log) {
    return new Answer.Done(new Reconciliation.Case(saved.registration(), log));
  }
}
