package org.juxian.registration.agenda;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.ProgrammeStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Booking;
import org.springframework.stereotype.Component;

/** Lays the programme of a forum beside a person's agenda. */
@Component
public class Timetables {

  private final ProgrammeStore programmes;
  private final Agenda agenda;

  Timetables(ProgrammeStore programmes, Agenda agenda) {
    this.programmes = programmes;
    this.agenda = agenda;
  }

  /** For whom this registration is. */
  public Timetable of(Saved saved, Event event) {
    Programme programme = programmes.of(event.id());
    if (programme.sessions().isEmpty()) {
      return new Timetable(programme, Map.of(), List.of());
    }
    Booking booking = saved.registration().booking();
    Map<String, AgendaItem> sessions =
        programme.sessions().stream()
            .map(session -> SessionItems.item(session, saved, event, programme.sequence()))
            .collect(Collectors.toMap(AgendaItem::id, Function.identity()));
    List<AgendaItem> others =
        agenda.around(booking.personId(), event).stream()
            .filter(item -> item.talk() == null || !isOf(booking, item.talk()))
            .toList();
    return new Timetable(programme, sessions, others);
  }

  private static boolean isOf(Booking booking, AgendaItem.Talk talk) {
    return talk.registrationId().equals(booking.id());
  }
}
