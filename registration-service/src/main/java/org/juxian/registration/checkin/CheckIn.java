package org.juxian.registration.checkin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.messaging.RegistrationMessages;
import org.juxian.registration.messaging.TransferMessages;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.DoorLog;
import org.juxian.registration.place.Doorkeeper;
import org.juxian.registration.place.Doorkeeper.Ruling;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Scan;
import org.juxian.registration.place.Showing;
import org.juxian.registration.ticket.Ticket;
import org.juxian.registration.ticket.TicketTokens;
import org.springframework.stereotype.Service;

/** Lets people through a door: one guarded write for each scan, so once. */
@Service
public class CheckIn {

  private final RegistrationStore registrations;
  private final TicketTokens tokens;

  CheckIn(RegistrationStore registrations, TicketTokens tokens) {
    this.registrations = registrations;
    this.tokens = tokens;
  }

  /** By the ticket's code. */
  public Passed byToken(Event event, String token, Showing showing) {
    Optional<Ticket> ticket = tokens.read(token);
    if (ticket.isEmpty()) {
      return new Passed.Refused(new Refusal.BadToken());
    }
    if (!ticket.get().eventId().equals(event.id())) {
      return new Passed.Refused(new Refusal.WrongEvent());
    }
    return pass(event, ticket.get().registrationId(), showing.of(ticket.get().revision()))
        .orElseGet(() -> new Passed.Refused(new Refusal.BadToken()));
  }

  /** As found in the list. */
  public Passed byRegistration(Event event, String registrationId, Showing showing) {
    return pass(event, registrationId, showing)
        .orElseGet(() -> new Passed.Refused(new Refusal.NoSuchRegistration()));
  }

  private Optional<Passed> pass(Event event, String registrationId, Showing showing) {
    while (true) {
      Optional<Saved> found =
          registrations
              .find(registrationId)
              .filter(saved -> saved.registration().booking().eventId().equals(event.id()));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Optional<Passed> done = attempt(found.get(), showing, event);
      if (done.isPresent()) {
        return done;
      }
    }
  }

  /** Empty if somebody wrote in between. */
  private Optional<Passed> attempt(Saved saved, Showing showing, Event event) {
    Registration now = saved.registration();
    return switch (Doorkeeper.rule(now, saved.log(), showing, event.entrance().entrance())) {
      case Ruling.Refused(Refusal refusal) -> Optional.of(new Passed.Refused(refusal));
      case Ruling.Known(Scan scan) -> Optional.of(known(now, scan, showing));
      case Ruling.Through(Registration next, DoorLog log, Scan scan) ->
          write(
              saved,
              next,
              log,
              new Passed.Through(next, scan, false),
              told(now, next, event, scan));
      case Ruling.Noted(DoorLog log, Scan scan) ->
          write(saved, now, log, new Passed.Noted(now, scan, false), List.of());
    };
  }

  private static Passed known(Registration now, Scan scan, Showing showing) {
    if (scan.doubt() == null) {
      return new Passed.Through(now, scan, true);
    }
    return showing.deviceId() == null
        ? new Passed.Refused(new Refusal.AlreadyCheckedIn(scan.at()))
        : new Passed.Noted(now, scan, true);
  }

  private Optional<Passed> write(
      Saved before, Registration next, DoorLog log, Passed done, List<Outgoing> told) {
    return switch (registrations.pass(before, next, log, told)) {
      case DONE -> Optional.of(done);
      case STALE -> Optional.empty();
      case TAKEN -> Optional.of(new Passed.Refused(new Refusal.NonceUsed()));
    };
  }

  /** Others are told when somebody comes first, not of each way in and out. */
  private static List<Outgoing> told(
      Registration before, Registration next, Event event, Scan scan) {
    if (!(before instanceof Registration.Held && next instanceof Registration.CheckedIn in)) {
      return List.of();
    }
    List<Outgoing> told =
        new ArrayList<>(TransferMessages.withdrawn(before, next, event, scan.heardAt()));
    told.add(RegistrationMessages.checkedIn(in));
    return told;
  }
}
