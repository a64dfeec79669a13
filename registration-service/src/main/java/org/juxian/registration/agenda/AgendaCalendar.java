package org.juxian.registration.agenda;

import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.calendar.CalendarEntry;
import org.juxian.registration.ticket.CalendarEntries;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Items of an agenda as entries of a calendar. A registration has the same uid and sequence as the
 * entry that its person can load by itself, so no calendar shows it twice.
 */
@Component
public class AgendaCalendar {

  private final String publicUrl;
  private final InstantSource clock;

  AgendaCalendar(@Value("${juxian.issuer}") String publicUrl, InstantSource clock) {
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /** The entry of an item. */
  public CalendarEntry entry(AgendaItem item, Locale language) {
    String kind = item.kind().name().toLowerCase(Locale.ROOT);
    boolean registered = item.kind() == AgendaItem.Kind.REGISTRATION;
    return new CalendarEntry(
        kind + "-" + item.id() + "@juxian.org",
        item.sequence(),
        clock.instant(),
        item.startsAt(),
        item.endsAt(),
        item.title().in(language),
        place(item, language),
        CalendarEntries.place(item.venue(), language),
        registered ? publicUrl + "/registrations/" + item.id() : null,
        false);
  }

  private static @Nullable String place(AgendaItem item, Locale language) {
    if (item.place() == null) {
      return null;
    }
    boolean english = language.getLanguage().equals("en");
    return switch (item.kind()) {
      case HEAT -> (english ? "Workstation " : "工位 ") + item.place();
      case INTERVIEW, SESSION, REGISTRATION -> item.place();
    };
  }
}
