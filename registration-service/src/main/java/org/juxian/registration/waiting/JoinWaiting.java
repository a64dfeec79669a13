package org.juxian.registration.waiting;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.invitation.Invitation;
import org.juxian.registration.messaging.PendingMessages;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Party;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.TypeRules.Approval;
import org.juxian.registration.place.WaitingRules;
import org.juxian.registration.registering.Application;
import org.juxian.registration.registering.Attempt;
import org.juxian.registration.registering.Bookings;
import org.juxian.registration.registering.Gate;
import org.juxian.registration.registering.Insertion;
import org.juxian.registration.registering.Outcome;
import org.springframework.stereotype.Service;

/**
 * Puts somebody at the end of a waiting list: one insert, which claims the person as a registration
 * does, so nobody waits twice or beside a registration that uses up what they may have.
 */
@Service
public class JoinWaiting {

  private final EventBook events;
  private final Gate gate;
  private final Insertion insertion;
  private final Bookings bookings;
  private final Queue queue;

  JoinWaiting(EventBook events, Gate gate, Insertion insertion, Bookings bookings, Queue queue) {
    this.events = events;
    this.gate = gate;
    this.insertion = insertion;
    this.bookings = bookings;
    this.queue = queue;
  }

  /**
   * Joins.
   *
   * @param wish its team is a team's, or the people of a group that wants a place for each
   * @param atLeast with how many places a group would be content; absent for all or none
   */
  public Outcome join(Application wish, @Nullable Integer atLeast) {
    Optional<Event> event = events.find(wish.eventId());
    if (event.isEmpty()) {
      return new Outcome.Refused(new Refusal.NoSuchEvent());
    }
    boolean teams =
        event
            .get()
            .ticketType(wish.ticketTypeId())
            .map(TicketType::terms)
            .map(terms -> terms.team() != null)
            .orElse(false);
    return switch (gate.ask(teams ? wish : wish.alone(), event.get())) {
      case Gate.Answer.Shut(Refusal refusal) -> insertion.knownOr(wish, event.get(), refusal);
      case Gate.Answer.Open(var invitation) ->
          join(wish, event.get(), invitation, party(wish, teams, atLeast));
    };
  }

  private Outcome join(
      Application wish, Event event, @Nullable Invitation invitation, Party party) {
    WaitingRules rules = event.admission().settings().waiting();
    Approval approval = event.admission().settings().rules(wish.ticketTypeId()).approval();
    if (rules == null || approval != Approval.NONE) {
      return new Outcome.Refused(new Refusal.NoWaitingList());
    }
    if (!rules.partialGroups() && party.atLeast() < party.size()) {
      return new Outcome.Refused(new Refusal.AllOrNone());
    }
    if (invitation != null && party.size() > invitation.uses()) {
      return insertion.knownOr(wish, event, new Refusal.CodeUsedUp());
    }
    if (party.size() == 1 && queue.hasRoom(event, wish.ticketTypeId())) {
      return insertion.knownOr(wish, event, new Refusal.NotFull());
    }
    Outcome outcome =
        insertion.insert(
            wish,
            event,
            Attempt.first(
                event.admission().settings(), wish.ticketTypeId(), invitation, party.size()),
            new Making(wish, event, party));
    return outcome instanceof Outcome.Done done && !done.repeated()
        ? queue.joined(done.registration(), event)
        : outcome;
  }

  private static Party party(Application wish, boolean teams, @Nullable Integer atLeast) {
    if (teams || wish.team() == null) {
      return Party.ONE;
    }
    int size = wish.team().members().size();
    return new Party(size, atLeast == null ? size : Math.min(size, atLeast));
  }

  private final class Making implements Insertion.Making {

    private final Application wish;
    private final Event event;
    private final Party party;

    Making(Application wish, Event event, Party party) {
      this.wish = wish;
      this.event = event;
      this.party = party;
    }

    @Override
    public Optional<Hold> hold(Attempt attempt) {
      return Optional.of(attempt.withoutPlace());
    }

    @Override
    public Registration registration(Hold hold) {
      return new Pending.Waiting(bookings.of(wish), party, 0);
    }

    @Override
    public List<Outgoing> messages(Registration made) {
      return made instanceof Pending.Waiting waiting
          ? List.of(
              PendingMessages.waitingJoined(waiting, event, queue.last(event, wish.ticketTypeId())))
          : List.of();
    }
  }
}
