package org.juxian.registration.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration;

/** What this service tells, as {@code contracts/registration} says. */
public final class RegistrationMessages {

  /** Our topic. */
  public static final String TOPIC = "juxian.registration";

  static final String CONFIRMED = "registration.confirmed.v1";
  static final String CANCELLED = "registration.cancelled.v1";
  static final String CHECKED_IN = "registration.checked-in.v1";
  static final String EVENT_CHANGED = "registration.event-changed.v1";
  static final String REMINDER_DUE = "registration.reminder-due.v1";

  private RegistrationMessages() {}

  /** Tells of a registration that was just made. */
  public static Outgoing made(Registration registration, Event event) {
    return switch (registration) {
      case Registration.Active active -> confirmed(active.booking(), event);
      case Pending.Requested requested -> PendingMessages.requested(requested.booking(), event);
      case Pending.Waiting _, Pending.Offered _, Registration.Cancelled _ ->
          throw new IllegalArgumentException("nothing is told of it");
    };
  }

  /** Tells that it has ended; who ends what was never confirmed needs not be told. */
  public static List<Outgoing> ended(
      Registration before, Registration.Cancelled cancelled, Event event) {
    return before instanceof Pending && cancelled.by() == Registration.Cancelled.By.PERSON
        ? List.of()
        : List.of(cancelled(cancelled, event));
  }

  public static Outgoing confirmed(Booking booking, Event event) {
    return Fields.of(booking).registration(event).ticketNumber().as(CONFIRMED);
  }

  public static Outgoing cancelled(Registration.Cancelled cancelled, Event event) {
    return over(cancelled.booking(), event, cause(cancelled.by()), cancelled.reason());
  }

  /** The person of before has it no longer. */
  public static Outgoing passedOn(Booking before, Event event) {
    return over(before, event, "transferred", null);
  }

  private static Outgoing over(Booking booking, Event event, String cause, @Nullable Text reason) {
    return Fields.of(booking)
        .registration(event)
        .ticketNumber()
        .with("cause", cause)
        .with("reason", reason)
        .as(CANCELLED);
  }

  public static Outgoing checkedIn(Registration.CheckedIn in) {
    return Fields.of(in.booking())
        .person()
        .with("eventId", in.booking().eventId())
        .with("at", in.at())
        .as(CHECKED_IN);
  }

  public static Outgoing eventChanged(Booking booking, Event event, List<String> changes) {
    return Fields.of(booking).person().wholeEvent(event).with("changes", changes).as(EVENT_CHANGED);
  }

  public static Outgoing reminderDue(Booking booking, Event event) {
    return Fields.of(booking).person().event(event).as(REMINDER_DUE);
  }

  private static String cause(Registration.Cancelled.By by) {
    return switch (by) {
      case PERSON, OFFER_EXPIRED -> "person";
      case ORGANISER, REJECTED -> "organiser";
      case EVENT_CANCELLED -> "event-cancelled";
    };
  }
}
