package org.juxian.registration.checkin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.messaging.RegistrationMessages;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Decision;
import org.juxian.registration.place.Passage;
import org.juxian.registration.place.ReEntry;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.juxian.registration.registering.Outcome;
import org.juxian.registration.ticket.Ticket;
import org.juxian.registration.ticket.TicketTokens;
import org.springframework.stereotype.Service;

/** Lets a person in by the ticket they show: one guarded write, so once. */
@Service
public class CheckIn {

  private final RegistrationStore registrations;
  private final TicketTokens tokens;
  private final Ids ids;
  private final InstantSource clock;

  CheckIn(RegistrationStore registrations, TicketTokens tokens, Ids ids, InstantSource clock) {
    this.registrations = registrations;
    this.tokens = tokens;
    this.ids = ids;
    this.clock = clock;
  }

  public Outcome byToken(Event event, String token) {
    Optional<Ticket> ticket = tokens.read(token);
    if (ticket.isEmpty()) {
      return new Outcome.Refused(new Refusal.BadToken());
    }
    return ticket.get().eventId().equals(event.id())
        ? letIn(event, ticket.get().registrationId())
        : new Outcome.Refused(new Refusal.WrongEvent());
  }

  private Outcome letIn(Event event, String registrationId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    while (true) {
      Optional<Saved> found = registrations.find(registrationId);
      if (found.isEmpty()) {
        return new Outcome.Refused(new Refusal.BadToken());
      }
      switch (found
          .get()
          .registration()
          .enter(new Passage(List.of(Passage.WHOLE_EVENT), ReEntry.NONE, now, ids.next()))) {
        case Decision.Rejected(Refusal refusal) -> {
          return new Outcome.Refused(refusal);
        }
        case Decision.Unchanged(Registration state) -> {
          return new Outcome.Done(state, event, true);
        }
        case Decision.Accepted(Registration next) -> {
          if (write(found.get(), next) == Written.DONE) {
            return new Outcome.Done(next, event, false);
          }
        }
      }
    }
  }

  private Written write(Saved before, Registration next) {
    return registrations.update(
        before,
        next,
        next instanceof Registration.CheckedIn in
            ? List.of(RegistrationMessages.checkedIn(in))
            : List.of(),
        null);
  }
}
