package org.juxian.registration.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.agenda.AgendaItem;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Team;
import org.juxian.registration.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Registrations as they are answered. */
@Component
class RegistrationViews {

  /** Which kind of ticket. */
  record TypeName(String id, Text name) {}

  /** What is shown at the door; without a token once it is cancelled. */
  record TicketView(String number, @Nullable String token) {}

  /** A registration as its person sees it. */
  record RegistrationView(
      String id,
      String eventId,
      Text eventTitle,
      String kind,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      TypeName ticketType,
      String status,
      @Nullable TicketView ticket,
      String name,
      @Nullable Team team,
      Instant createdAt,
      @Nullable Instant checkedInAt,
      @Nullable Instant cancelledAt,
      @Nullable Text reason,
      @Nullable Clash clash) {}

  /** What the person has at the same time, where the organiser wants them to be warned. */
  record Clash(String kind, String id, Text title, Instant startsAt, Instant endsAt) {

    static Clash of(AgendaItem item) {
      return new Clash(
          Words.of(item.kind()), item.id(), item.title(), item.startsAt(), item.endsAt());
    }
  }

  private final Tickets tickets;

  RegistrationViews(Tickets tickets) {
    this.tickets = tickets;
  }

  RegistrationView view(Registration registration, Event event) {
    return view(registration, event, null);
  }

  private RegistrationView view(Registration registration, Event event, @Nullable Clash clash) {
    Booking booking = registration.booking();
    String token =
        registration instanceof Registration.Active ? tickets.token(booking, event) : null;
    return new RegistrationView(
        booking.id(),
        event.id(),
        event.title(),
        event.kind(),
        event.startsAt(),
        event.endsAt(),
        event.venue(),
        typeName(booking, event),
        status(registration),
        registration instanceof Pending ? null : new TicketView(booking.ticketNumber(), token),
        booking.personName(),
        booking.team(),
        booking.createdAt(),
        checkedInAt(registration),
        registration instanceof Registration.Cancelled ended ? ended.at() : null,
        registration instanceof Registration.Cancelled ended ? ended.reason() : null,
        clash);
  }

  /** As it was when it was made, whatever became of it since. */
  RegistrationView asMade(Registration registration, Event event, @Nullable Clash clash) {
    return view(
        switch (registration) {
          case Pending pending -> pending;
          case Registration.Held held -> held;
          case Registration.CheckedIn(var booking, int place, var _, var _) ->
              new Registration.Held(booking, place);
          case Registration.Cancelled(var booking, var _, var _, var _) ->
              new Registration.Held(booking, 0);
        },
        event,
        clash);
  }

  static @Nullable Instant checkedInAt(Registration registration) {
    return registration instanceof Registration.CheckedIn in ? in.at() : null;
  }

  static String status(Registration registration) {
    return switch (registration) {
      case Registration.Held _ -> "confirmed";
      case Registration.CheckedIn _ -> "checked-in";
      case Pending.Requested _ -> "requested";
      case Pending.Waiting _ -> "waiting";
      case Pending.Offered _ -> "offered";
      case Registration.Cancelled ended ->
          switch (ended.by()) {
            case PERSON, ORGANISER, EVENT_CANCELLED -> "cancelled";
            case REJECTED -> "rejected";
            case OFFER_EXPIRED -> "offer-expired";
          };
    };
  }

  static TypeName typeName(Booking booking, Event event) {
    String id = booking.ticketTypeId();
    return new TypeName(
        id, event.ticketType(id).map(TicketType::name).orElseGet(() -> new Text(id, id)));
  }
}
