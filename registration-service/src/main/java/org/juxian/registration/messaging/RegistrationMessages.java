package org.juxian.registration.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Team;

/** What this service tells, as {@code contracts/registration} says. */
public final class RegistrationMessages {

  /** Our topic. */
  public static final String TOPIC = "juxian.registration";

  static final String CONFIRMED = "registration.confirmed.v1";
  static final String CANCELLED = "registration.cancelled.v1";
  static final String CHECKED_IN = "registration.checked-in.v1";
  static final String EVENT_CHANGED = "registration.event-changed.v1";
  static final String REMINDER_DUE = "registration.reminder-due.v1";

  record TypeName(String id, Text name) {}

  record Confirmed(
      String registrationId,
      String personId,
      String personName,
      String eventId,
      String kind,
      Text eventTitle,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      String organisationId,
      TypeName ticketType,
      String ticketNumber,
      @Nullable Team team) {}

  record CancelledMessage(
      String registrationId,
      String personId,
      String personName,
      String eventId,
      String kind,
      Text eventTitle,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      String organisationId,
      TypeName ticketType,
      String ticketNumber,
      @Nullable Team team,
      String cause,
      @Nullable Text reason) {}

  record CheckedInMessage(String registrationId, String personId, String eventId, Instant at) {}

  record EventChanged(
      String registrationId,
      String personId,
      String eventId,
      String kind,
      Text eventTitle,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      List<String> changes) {}

  record ReminderDue(
      String registrationId,
      String personId,
      String eventId,
      String kind,
      Text eventTitle,
      Instant startsAt,
      Venue venue) {}

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
    return message(
        CONFIRMED,
        booking,
        new Confirmed(
            booking.id(),
            booking.personId(),
            booking.personName(),
            event.id(),
            event.kind(),
            event.title(),
            event.startsAt(),
            event.endsAt(),
            event.venue(),
            event.organisationId(),
            typeName(booking, event),
            booking.ticketNumber(),
            booking.team()));
  }

  public static Outgoing cancelled(Registration.Cancelled cancelled, Event event) {
    return over(cancelled.booking(), event, cause(cancelled.by()), cancelled.reason());
  }

  /** The person of before has it no longer. */
  public static Outgoing passedOn(Booking before, Event event) {
    return over(before, event, "transferred", null);
  }

  private static Outgoing over(Booking booking, Event event, String cause, @Nullable Text reason) {
    return message(
        CANCELLED,
        booking,
        new CancelledMessage(
            booking.id(),
            booking.personId(),
            booking.personName(),
            event.id(),
            event.kind(),
            event.title(),
            event.startsAt(),
            event.endsAt(),
            event.venue(),
            event.organisationId(),
            typeName(booking, event),
            booking.ticketNumber(),
            booking.team(),
            cause,
            reason));
  }

  public static Outgoing checkedIn(Registration.CheckedIn in) {
    Booking booking = in.booking();
    return message(
        CHECKED_IN,
        booking,
        new CheckedInMessage(booking.id(), booking.personId(), booking.eventId(), in.at()));
  }

  public static Outgoing eventChanged(Booking booking, Event event, List<String> changes) {
    return message(
        EVENT_CHANGED,
        booking,
        new EventChanged(
            booking.id(),
            booking.personId(),
            event.id(),
            event.kind(),
            event.title(),
            event.startsAt(),
            event.endsAt(),
            event.venue(),
            changes));
  }

  public static Outgoing reminderDue(Booking booking, Event event) {
    return message(
        REMINDER_DUE,
        booking,
        new ReminderDue(
            booking.id(),
            booking.personId(),
            event.id(),
            event.kind(),
            event.title(),
            event.startsAt(),
            event.venue()));
  }

  static Outgoing message(String type, Booking booking, Object data) {
    return new Outgoing(TOPIC, type, booking.id(), data);
  }

  private static String cause(Registration.Cancelled.By by) {
    return switch (by) {
      case PERSON, OFFER_EXPIRED -> "person";
      case ORGANISER, REJECTED -> "organiser";
      case EVENT_CANCELLED -> "event-cancelled";
    };
  }

  /** A type that the event has no longer keeps its id for a name. */
  static TypeName typeName(Booking booking, Event event) {
    String id = booking.ticketTypeId();
    return new TypeName(
        id, event.ticketType(id).map(TicketType::name).orElseGet(() -> new Text(id, id)));
  }
}
