package org.juxian.registration.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Team;

/** What is told about registrations before they are confirmed. */
public final class PendingMessages {

  static final String REQUESTED = "registration.requested.v1";
  static final String REJECTED = "registration.rejected.v1";
  static final String WAITING_JOINED = "registration.waiting-joined.v1";
  static final String PLACE_OFFERED = "registration.place-offered.v1";
  static final String OFFER_EXPIRED = "registration.offer-expired.v1";

  /** What all of them say; each contract tells which of the last ones it has. */
  record PendingMessage(
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
      RegistrationMessages.TypeName ticketType,
      @Nullable Team team,
      @Nullable Text reason,
      @Nullable Integer position,
      @Nullable Integer size,
      @Nullable Integer seats,
      @Nullable Instant until) {}

  private PendingMessages() {}

  static Outgoing requested(Booking booking, Event event) {
    return message(REQUESTED, booking, event, null, null, null, null, null);
  }

  public static Outgoing rejected(Registration.Cancelled rejected, Event event) {
    return message(REJECTED, rejected.booking(), event, rejected.reason(), null, null, null, null);
  }

  /**
   * Somebody waits.
   *
   * @param position 1 for who is offered the next place
   */
  public static Outgoing waitingJoined(Pending.Waiting waiting, Event event, int position) {
    return message(
        WAITING_JOINED,
        waiting.booking(),
        event,
        null,
        position,
        waiting.party().size(),
        null,
        null);
  }

  public static Outgoing placeOffered(Pending.Offered offered, Event event) {
    return message(
        PLACE_OFFERED,
        offered.booking(),
        event,
        null,
        null,
        offered.party().size(),
        offered.seats(),
        offered.until());
  }

  public static Outgoing offerExpired(Pending.Offered offered, Event event) {
    return message(
        OFFER_EXPIRED, offered.booking(), event, null, null, null, null, offered.until());
  }

  private static Outgoing message(
      String type,
      Booking booking,
      Event event,
      @Nullable Text reason,
      @Nullable Integer position,
      @Nullable Integer size,
      @Nullable Integer seats,
      @Nullable Instant until) {
    return RegistrationMessages.message(
        type,
        booking,
        new PendingMessage(
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
            RegistrationMessages.typeName(booking, event),
            booking.team(),
            reason,
            position,
            size,
            seats,
            until));
  }
}
