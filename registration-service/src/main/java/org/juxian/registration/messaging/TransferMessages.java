package org.juxian.registration.messaging;

import java.time.Instant;
import java.util.Locale;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Booking;

/** What is told of a ticket that goes to another person. */
public final class TransferMessages {

  static final String OFFERED = "registration.transfer-offered.v1";

  record Offered(
      String registrationId,
      String channel,
      String address,
      String language,
      String fromName,
      String eventId,
      String kind,
      Text eventTitle,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      RegistrationMessages.TypeName ticketType,
      Instant until) {}

  private TransferMessages() {}

  /** Tells an address that a ticket is offered to whoever has it. */
  public static Outgoing offered(
      Booking booking, Event event, String address, Instant until, Locale language) {
    return RegistrationMessages.message(
        OFFERED,
        booking,
        new Offered(
            booking.id(),
            address.startsWith("+") ? "sms" : "mail",
            address,
            language.getLanguage().equals("en") ? "en" : "zh",
            booking.personName(),
            event.id(),
            event.kind(),
            event.title(),
            event.startsAt(),
            event.endsAt(),
            event.venue(),
            RegistrationMessages.typeName(booking, event),
            until));
  }
}
