package org.juxian.registration.agenda;

import java.util.ArrayList;
import java.util.List;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.ProgrammeStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Booking;
import org.springframework.stereotype.Component;

/**
 * The sessions of an event that a person chose, as items of the agenda. They are put together when
 * somebody looks: a session that moves, moves here; one that is no more is not shown.
 */
@Component
class SessionItems {

  private final ProgrammeStore programmes;

  SessionItems(ProgrammeStore programmes) {
    this.programmes = programmes;
  }

  /** Those that a person chose with a registration. */
  List<AgendaItem> of(Saved saved, Event event) {
    List<String> chosen = saved.registration().booking().sessions();
    if (chosen.isEmpty()) {
      return List.of();
    }
    Programme programme = programmes.of(event.id());
    List<AgendaItem> items = new ArrayList<>();
    for (Programme.Session session : programme.sessions()) {
      if (chosen.contains(session.id())) {
        items.add(item(session, saved, event, programme.sequence()));
      }
    }
    return items;
  }

  /**
   * A session as an item. Its sequence is a sum of versions that only rise, so it rises whatever
   * changes: the programme, the event, or the registration.
   */
  static AgendaItem item(
      Programme.Session session, Saved saved, Event event, long programmeSequence) {
    Booking booking = saved.registration().booking();
    return new AgendaItem(
        AgendaItem.Kind.SESSION,
        session.id(),
        event.id(),
        session.title(),
        session.startsAt(),
        session.endsAt(),
        event.venue(),
        session.room().zh(),
        event.admission().settings().agenda().walkingMinutes(),
        programmeSequence + event.sequence() + saved.version() - 1,
        new AgendaItem.Talk(booking.id(), event.title(), session.room(), session.speakers()));
  }
}
