package org.juxian.registration.checkin;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.juxian.registration.persistence.DoorStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationStore.Taking;
import org.juxian.registration.place.DoorLog;
import org.juxian.registration.place.Doorkeeper;
import org.juxian.registration.place.Doorkeeper.Ruling;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Scan;
import org.springframework.stereotype.Service;

/** Takes back what happened last with a ticket; both stay on record. */
@Service
public class UndoCheckIn {

  private final RegistrationStore registrations;
  private final DoorStore doors;
  private final InstantSource clock;

  UndoCheckIn(RegistrationStore registrations, DoorStore doors, InstantSource clock) {
    this.registrations = registrations;
    this.doors = doors;
    this.clock = clock;
  }

  /**
   * @param anyTime whether it may be long ago: for those who organise the event
   * @return empty if there is no such scan
   */
  public Optional<Passed> undo(String eventId, String nonce, String by, boolean anyTime) {
    while (true) {
      Optional<Saved> found = doors.withScan(eventId, nonce);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Saved saved = found.get();
      Registration now = saved.registration();
      switch (Doorkeeper.undo(
          now, saved.log(), nonce, by, clock.instant().truncatedTo(ChronoUnit.MILLIS), anyTime)) {
        case Ruling.Refused(Refusal refusal) -> {
          return Optional.of(new Passed.Refused(refusal));
        }
        case Ruling.Known(Scan scan) -> {
          return Optional.of(new Passed.Through(now, scan, true));
        }
        case Ruling.Noted(DoorLog _, Scan scan) -> {
          return Optional.of(new Passed.Noted(now, scan, true));
        }
        case Ruling.Through(Registration next, DoorLog log, Scan scan) -> {
          if (registrations.pass(saved, next, log, List.of()) == Taking.DONE) {
            return Optional.of(new Passed.Through(next, scan, false));
          }
        }
      }
    }
  }
}
