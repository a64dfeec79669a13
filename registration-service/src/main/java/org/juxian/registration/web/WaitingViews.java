package org.juxian.registration.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Team;
import org.juxian.registration.waiting.Queue;
import org.springframework.stereotype.Component;

/** Waiting lists as they are answered. */
@Component
class WaitingViews {

  /**
   * Where somebody stands.
   *
   * @param position while they wait: 1 for who is offered the next place of the type
   * @param seats while something is offered: how many places
   * @param until while something is offered: until just before when it can be accepted
   */
  record MineView(
      String registrationId,
      String eventId,
      Text eventTitle,
      RegistrationViews.TypeName ticketType,
      String status,
      @Nullable Integer position,
      @Nullable Integer size,
      @Nullable Integer atLeast,
      @Nullable Integer seats,
      @Nullable Instant until) {}

  /** Somebody in the list, as the organiser sees it. */
  record EntryView(
      String registrationId,
      String name,
      RegistrationViews.TypeName ticketType,
      int position,
      int priority,
      int size,
      int atLeast,
      @Nullable Team group,
      Instant joinedAt) {}

  private final Queue queue;
  private final RegistrationViews registrations;

  WaitingViews(Queue queue, RegistrationViews registrations) {
    this.queue = queue;
    this.registrations = registrations;
  }

  RegistrationViews.RegistrationView registration(Registration registration, Event event) {
    return registrations.view(registration, event);
  }

  MineView mine(Registration registration, Event event) {
    Booking booking = registration.booking();
    Pending.@Nullable Waiting waits =
        registration instanceof Pending.Waiting waiting ? waiting : null;
    Pending.@Nullable Offered offered =
        registration instanceof Pending.Offered offer ? offer : null;
    var party = waits != null ? waits.party() : offered != null ? offered.party() : null;
    return new MineView(
        booking.id(),
        event.id(),
        event.title(),
        RegistrationViews.typeName(booking, event),
        RegistrationViews.status(registration),
        waits == null ? null : (Integer) queue.position(waits),
        party == null ? null : (Integer) party.size(),
        party == null ? null : (Integer) party.atLeast(),
        offered == null ? null : (Integer) offered.seats(),
        offered == null ? null : offered.until());
  }

  /** Positions count within each ticket type. */
  List<EntryView> entries(List<Saved> inOrder, Event event) {
    Map<String, Integer> last = new HashMap<>();
    List<EntryView> entries = new ArrayList<>();
    for (Saved saved : inOrder) {
      if (saved.registration() instanceof Pending.Waiting waits) {
        Booking booking = waits.booking();
        entries.add(
            new EntryView(
                booking.id(),
                booking.personName(),
                RegistrationViews.typeName(booking, event),
                last.merge(booking.ticketTypeId(), 1, Integer::sum),
                waits.priority(),
                waits.party().size(),
                waits.party().atLeast(),
                booking.team(),
                booking.createdAt()));
      }
    }
    return entries;
  }
}
