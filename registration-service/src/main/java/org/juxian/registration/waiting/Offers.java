package org.juxian.registration.waiting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.messaging.PendingMessages;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationStore.Taking;
import org.juxian.registration.persistence.TakenNumbers;
import org.juxian.registration.persistence.WaitingStore;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Line;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Quota;
import org.juxian.registration.place.WaitingRules;
import org.juxian.registration.registering.Bookings;
import org.juxian.registration.registering.Numbers;
import org.juxian.registration.registering.WaitingLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Offers what is free to those who wait, in their order. Each offer is one guarded write, which
 * holds the places by the same unique keys as any other registration: two replicas that do this at
 * the same time only do it for each other.
 */
@Component
class Offers implements WaitingLine {

  /** What came of trying to offer something. */
  private enum Tried {
    DONE,
    /** Somebody wrote in between: look again who is next. */
    AGAIN,
    /** The numbers are not known to be free yet. */
    LATER
  }

  private static final Logger log = LoggerFactory.getLogger(Offers.class);
  private static final int MOST = 2_000;
  private static final int ROUNDS = 50;

  private final WaitingStore waiting;
  private final RegistrationStore registrations;
  private final TakenNumbers taken;
  private final Numbers numbers;
  private final Bookings bookings;
  private final InstantSource clock;

  Offers(
      WaitingStore waiting,
      RegistrationStore registrations,
      TakenNumbers taken,
      Numbers numbers,
      Bookings bookings,
      InstantSource clock) {
    this.waiting = waiting;
    this.registrations = registrations;
    this.taken = taken;
    this.numbers = numbers;
    this.bookings = bookings;
    this.clock = clock;
  }

  @Override
  public boolean leavesRoomFor(Event event, String typeId) {
    if (waiting.anyWaits(event.id(), typeId)) {
      return false;
    }
    boolean alone = event.admission().settings().quotasOf(typeId).isEmpty();
    return alone || !waiting.anyWaits(event.id()) || hasRoom(event, typeId);
  }

  /** Whether the database has a place that nobody who waits has need of. */
  boolean hasRoom(Event event, String typeId) {
    Line line = line(event);
    var _ = line.offers(entries(waiting.inOrder(event.id(), MOST)));
    return line.left(typeId) > 0;
  }

  @Override
  public void released(Event event) {
    if (event.admission().settings().waiting() == null) {
      return;
    }
    try {
      offer(event);
    } catch (RuntimeException failed) {
      log.warn("Offers for event {} wait: {}", event.id(), failed.toString());
    }
  }

  /** Offers all that is free and waited for. */
  void offer(Event event) {
    WaitingRules rules = event.admission().settings().waiting();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (rules == null
        || event.cancelled()
        || event.admission().settling()
        || !now.isBefore(event.startsAt())) {
      return;
    }
    Instant answerBy = rules.hours().after(now, Duration.ofHours(rules.offerHours()));
    Instant until = answerBy.isBefore(event.startsAt()) ? answerBy : event.startsAt();
    Tried tried = Tried.AGAIN;
    for (int round = 0; round < ROUNDS && tried == Tried.AGAIN; round++) {
      tried = offerSome(event, until);
    }
  }

  private Tried offerSome(Event event, Instant until) {
    List<Saved> inOrder = waiting.inOrder(event.id(), MOST);
    if (inOrder.isEmpty()) {
      return Tried.DONE;
    }
    Map<String, Saved> byId = new HashMap<>();
    inOrder.forEach(saved -> byId.put(saved.registration().booking().id(), saved));
    for (Line.Offer offer : line(event).offers(entries(inOrder))) {
      Saved saved = byId.get(offer.id());
      Tried tried = saved == null ? Tried.DONE : offer(event, saved, offer.seats(), until);
      if (tried != Tried.DONE) {
        return tried;
      }
    }
    return Tried.DONE;
  }

  private Tried offer(Event event, Saved saved, int seats, Instant until) {
    Hold before = saved.hold();
    if (before == null || !(saved.registration() instanceof Pending.Waiting waits)) {
      return Tried.DONE;
    }
    String type = waits.booking().ticketTypeId();
    Optional<Hold> hold =
        numbers
            .take(event, type, seats)
            .map(guess -> before.offered(guess.places(), guess.units()));
    if (hold.isEmpty()) {
      return Tried.LATER;
    }
    Pending.Offered offered =
        waits.offer(hold.get(), bookings.ticketNumber(waits.booking(), hold.get()), until);
    Taking taking = Taking.TAKEN;
    try {
      taking =
          registrations.take(
              saved, offered, hold.get(), List.of(PendingMessages.placeOffered(offered, event)));
    } finally {
      numbers.settled(event.id(), type, hold.get());
      if (taking == Taking.STALE) {
        numbers.giveBack(event.id(), type, hold.get());
      }
    }
    return taking == Taking.DONE ? Tried.DONE : Tried.AGAIN;
  }

  private Line line(Event event) {
    Map<String, List<String>> quotas = new HashMap<>();
    Map<String, Integer> free = new HashMap<>();
    for (TicketType type : event.ticketTypes()) {
      quotas.put(
          type.id(),
          event.admission().settings().quotasOf(type.id()).stream().map(Quota::id).toList());
      free.put(type.id(), type.terms().capacity() - taken.countTaken(event.id(), type.id()));
    }
    for (Quota quota : event.admission().settings().quotas()) {
      free.put(quota.id(), quota.capacity() - taken.takenUnits(event.id(), quota).cardinality());
    }
    WaitingRules rules = event.admission().settings().waiting();
    return new Line(quotas, free, rules != null && rules.partialGroups());
  }

  private static List<Line.Entry> entries(List<Saved> inOrder) {
    return inOrder.stream()
        .map(Saved::registration)
        .filter(Pending.Waiting.class::isInstance)
        .map(Pending.Waiting.class::cast)
        .map(
            waits ->
                new Line.Entry(waits.booking().id(), waits.booking().ticketTypeId(), waits.party()))
        .toList();
  }
}
