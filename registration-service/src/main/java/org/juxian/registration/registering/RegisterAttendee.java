package org.juxian.registration.registering;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.invitation.Invitation;
import org.juxian.registration.messaging.RegistrationMessages;
import org.juxian.registration.place.AdmissionSettings;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.TypeRules.Approval;
import org.springframework.stereotype.Service;

/**
 * Gives a person a place: one durable insert, which carries the place, the units of shared quotas,
 * the person's claim, the use of a code, the message and the request's key.
 */
@Service
public class RegisterAttendee {

  private final EventBook events;
  private final Gate gate;
  private final WaitingLine line;
  private final Insertion insertion;
  private final Bookings bookings;

  RegisterAttendee(
      EventBook events, Gate gate, WaitingLine line, Insertion insertion, Bookings bookings) {
    this.events = events;
    this.gate = gate;
    this.line = line;
    this.insertion = insertion;
    this.bookings = bookings;
  }

  public Outcome register(Application wish) {
    Optional<Event> event = events.find(wish.eventId());
    if (event.isEmpty()) {
      return new Outcome.Refused(new Refusal.NoSuchEvent());
    }
    return switch (gate.ask(wish, event.get())) {
      case Gate.Answer.Shut(Refusal refusal) -> insertion.knownOr(wish, event.get(), refusal);
      case Gate.Answer.Open(var invitation) -> register(wish, event.get(), invitation);
    };
  }

  private Outcome register(Application wish, Event event, @Nullable Invitation invitation) {
    AdmissionSettings settings = event.admission().settings();
    if (settings.waiting() != null && !line.leavesRoomFor(event, wish.ticketTypeId())) {
      return insertion.knownOr(wish, event, new Refusal.OthersWait());
    }
    return insertion.insert(
        wish,
        event,
        Attempt.first(settings, wish.ticketTypeId(), invitation, 1),
        new Making(wish, event, settings.rules(wish.ticketTypeId()).approval()));
  }

  /** A registration that is confirmed at once, or that waits for approval. */
  private final class Making implements Insertion.Making {

    private final Application wish;
    private final Event event;
    private final Approval approval;

    Making(Application wish, Event event, Approval approval) {
      this.wish = wish;
      this.event = event;
      this.approval = approval;
    }

    @Override
    public Optional<Hold> hold(Attempt attempt) {
      return approval == Approval.WITHOUT_A_PLACE
          ? Optional.of(attempt.withoutPlace())
          : insertion.next(wish, event, attempt);
    }

    @Override
    public Registration registration(Hold hold) {
      Booking booking = bookings.of(wish);
      return switch (approval) {
        case NONE ->
            new Registration.Held(
                booking.numbered(bookings.ticketNumber(booking, hold)), hold.place());
        case HOLDING_A_PLACE ->
            new Pending.Requested(booking.numbered(bookings.ticketNumber(booking, hold)), true);
        case WITHOUT_A_PLACE -> new Pending.Requested(booking, false);
      };
    }

    @Override
    public List<Outgoing> messages(Registration made) {
      return List.of(RegistrationMessages.made(made, event));
    }
  }
}
