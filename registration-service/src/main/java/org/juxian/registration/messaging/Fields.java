package org.juxian.registration.messaging;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.place.Booking;

/**
 * The fields of a message about one registration: the one home of what those messages have in
 * common. Which of them a message has, its contract says.
 */
final class Fields {

  private record TypeName(String id, Text name) {}

  private final Booking booking;
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private Fields(Booking booking) {
    this.booking = booking;
  }

  static Fields of(Booking booking) {
    return new Fields(booking).with("registrationId", booking.id());
  }

  /** Whom it concerns. */
  Fields person() {
    return with("personId", booking.personId());
  }

  Fields namedPerson() {
    return person().with("personName", booking.personName());
  }

  /** The event, in a line. */
  Fields event(Event event) {
    return with("eventId", event.id())
        .with("kind", event.kind())
        .with("eventTitle", event.title())
        .with("startsAt", event.startsAt())
        .with("venue", event.venue());
  }

  Fields wholeEvent(Event event) {
    return event(event).with("endsAt", event.endsAt());
  }

  Fields organisation(Event event) {
    return with("organisationId", event.organisationId());
  }

  /** A type that the event has no longer keeps its id for a name. */
  Fields ticketType(Event event) {
    String id = booking.ticketTypeId();
    return with(
        "ticketType",
        new TypeName(
            id, event.ticketType(id).map(TicketType::name).orElseGet(() -> new Text(id, id))));
  }

  /** Everything about the registration itself before it has a ticket. */
  Fields registration(Event event) {
    return namedPerson()
        .wholeEvent(event)
        .organisation(event)
        .ticketType(event)
        .with("team", booking.team());
  }

  Fields ticketNumber() {
    return with("ticketNumber", booking.ticketNumber());
  }

  Fields until(@Nullable Instant until) {
    return with("until", until);
  }

  /** A field of one message alone; left out where there is nothing to say. */
  Fields with(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  Outgoing as(String type) {
    return new Outgoing(
        RegistrationMessages.TOPIC, type, booking.id(), new LinkedHashMap<>(fields));
  }
}
