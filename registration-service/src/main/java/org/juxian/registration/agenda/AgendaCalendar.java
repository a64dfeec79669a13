package org.juxian.registration.agenda;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
    return new CalendarEntry(
        uid(item),
        item.sequence(),
        clock.instant(),
        item.startsAt(),
        item.endsAt(),
        item.title().in(language),
        description(item, language),
        CalendarEntries.place(item.venue(), language),
        url(item),
        false);
  }

  /**
   * A session's names the registration too: who registers anew and chooses it again begins with a
   * lower sequence, which no calendar would take for news of an entry that it has.
   */
  private static String uid(AgendaItem item) {
    AgendaItem.Talk talk = item.talk();
    String of = talk == null ? "" : talk.registrationId() + "-";
    return item.kind().name().toLowerCase(Locale.ROOT) + "-" + of + item.id() + "@juxian.org";
  }

  private @Nullable String url(AgendaItem item) {
    AgendaItem.Talk talk = item.talk();
    return switch (item.kind()) {
      case REGISTRATION -> publicUrl + "/tickets/" + item.id();
      case SESSION -> talk == null ? null : publicUrl + "/tickets/" + talk.registrationId();
      case INTERVIEW -> publicUrl + "/events/" + item.eventId();
      case HEAT -> null;
    };
  }

  private static @Nullable String description(AgendaItem item, Locale language) {
    boolean english = language.getLanguage().equals("en");
    AgendaItem.Talk talk = item.talk();
    if (talk != null) {
      return talk(talk, language, english ? ", " : "、");
    }
    if (item.place() == null) {
      return null;
    }
    return switch (item.kind()) {
      case HEAT -> (english ? "Workstation " : "工位 ") + item.place();
      case INTERVIEW -> interview(item.place(), english);
      case SESSION, REGISTRATION -> item.place();
    };
  }

  /** Booth and table, which the place has as {@code A12 #3}. */
  private static String interview(String place, boolean english) {
    String[] parts = place.split(" #", 2);
    String booth = (english ? "Booth " : "展位 ") + parts[0];
    if (parts.length == 1) {
      return booth;
    }
    return english ? booth + ", table " + parts[1] : booth + "，" + parts[1] + " 号桌";
  }

  /** The room, who speaks, and what it is a part of: a line each. */
  private static String talk(AgendaItem.Talk talk, Locale language, String between) {
    List<String> lines = new ArrayList<>(List.of(talk.room().in(language)));
    if (!talk.speakers().isEmpty()) {
      lines.add(
          talk.speakers().stream()
              .map(name -> name.in(language))
              .collect(Collectors.joining(between)));
    }
    lines.add(talk.eventTitle().in(language));
    return String.join("\n", lines);
  }
}
