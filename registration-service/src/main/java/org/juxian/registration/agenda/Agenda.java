package org.juxian.registration.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.persistence.AgendaStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationsOfPerson;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Service;

/** Puts together what a person has registered for and what other services tell that they do. */
@Service
public class Agenda {

  private static final int CHUNK = 200;
  private static final int MOST = 1_000;

  private final RegistrationsOfPerson registrations;
  private final AgendaStore store;
  private final EventBook events;
  private final SessionItems sessions;

  Agenda(
      RegistrationsOfPerson registrations,
      AgendaStore store,
      EventBook events,
      SessionItems sessions) {
    this.sessions = sessions;
    this.registrations = registrations;
    this.store = store;
    this.events = events;
  }

  /** What ends after {@code from} and starts before {@code to}, by its start. */
  public List<AgendaItem> of(String personId, Instant from, Instant to) {
    List<AgendaItem> items = new ArrayList<>();
    for (Saved saved : attended(personId)) {
      events
          .find(saved.registration().booking().eventId())
          .filter(event -> !event.cancelled())
          .ifPresent(event -> add(saved, event, items));
    }
    items.removeIf(item -> !item.endsAt().isAfter(from) || !item.startsAt().isBefore(to));
    store.of(personId, from, to).forEach(item -> items.add(walking(item)));
    items.sort(Comparator.comparing(AgendaItem::startsAt).thenComparing(AgendaItem::id));
    return items;
  }

  private void add(Saved saved, Event event, List<AgendaItem> items) {
    items.add(item(saved, event));
    sessions.of(saved, event).stream()
        .filter(one -> items.stream().noneMatch(one::isSameAs))
        .forEach(items::add);
  }

  /** The registrations of a person that they will attend, if all goes well. */
  public List<Saved> attended(String personId) {
    List<Saved> found = new ArrayList<>();
    String before = null;
    List<Saved> chunk;
    do {
      chunk = registrations.own(personId, before, CHUNK);
      for (Saved saved : chunk) {
        before = saved.registration().booking().id();
        if (isAttended(saved.registration())) {
          found.add(saved);
        }
      }
    } while (chunk.size() == CHUNK && found.size() < MOST);
    return found;
  }

  /** The first thing in a person's agenda that being at this event would clash with. */
  public Optional<AgendaItem> clash(String personId, Event event) {
    AgendaItem there = item("", event, event.sequence());
    return around(personId, event).stream().filter(item -> item.clashesWith(there)).findFirst();
  }

  /** All of a person's agenda that something at this event could clash with. */
  public List<AgendaItem> around(String personId, Event event) {
    int walking = event.admission().settings().agenda().walkingMinutes();
    long seconds = 60L * Math.max(walking, 240);
    return of(
        personId, event.startsAt().minusSeconds(seconds), event.endsAt().plusSeconds(seconds));
  }

  private static boolean isAttended(Registration registration) {
    return switch (registration) {
      case Registration.Active _, Pending.Requested _, Pending.Offered _ -> true;
      case Pending.Waiting _, Registration.Cancelled _ -> false;
    };
  }

  private AgendaItem walking(AgendaItem item) {
    int minutes =
        events
            .find(item.eventId())
            .map(event -> event.admission().settings().agenda().walkingMinutes())
            .orElse(0);
    return new AgendaItem(
        item.kind(),
        item.id(),
        item.eventId(),
        item.title(),
        item.startsAt(),
        item.endsAt(),
        item.venue(),
        item.place(),
        minutes,
        item.sequence());
  }

  private static AgendaItem item(Saved saved, Event event) {
    return item(saved.registration().booking().id(), event, event.sequence() + saved.version() - 1);
  }

  private static AgendaItem item(String id, Event event, long sequence) {
    return new AgendaItem(
        AgendaItem.Kind.REGISTRATION,
        id,
        event.id(),
        event.title(),
        event.startsAt(),
        event.endsAt(),
        event.venue(),
        null,
        event.admission().settings().agenda().walkingMinutes(),
        sequence);
  }
}
