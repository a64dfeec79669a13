package org.juxian.registration.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes calendar entries as an iCalendar text (RFC 5545) with the time zone of the alliance. Each
 * text has everything in it that a calendar needs; no other writer of VEVENTs is there.
 */
public final class ICalendar {

  /** The media type of such a text. */
  public static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

  private static final String ZONE = "Asia/Shanghai";
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneId.of(ZONE));
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private ICalendar() {}

  /** One entry to put into a calendar, or, where it is cancelled, to take out of it. */
  public static String of(CalendarEntry entry) {
    ContentLines lines = head(entry.cancelled() ? "CANCEL" : "PUBLISH");
    zone(lines);
    event(lines, entry);
    return lines.add("END", "VCALENDAR").toString();
  }

  /**
   * A calendar to subscribe to: what is left out of it disappears.
   *
   * @param name what the calendar is called
   */
  public static String feed(String name, List<CalendarEntry> entries) {
    ContentLines lines = head("PUBLISH");
    lines.addText("NAME", name).addText("X-WR-CALNAME", name).add("X-WR-TIMEZONE", ZONE);
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT30M").add("X-PUBLISHED-TTL", "PT30M");
    zone(lines);
    entries.forEach(entry -> event(lines, entry));
    return lines.add("END", "VCALENDAR").toString();
  }

  private static ContentLines head(String method) {
    return new ContentLines()
        .add("BEGIN", "VCALENDAR")
        .add("VERSION", "2.0")
        .add("PRODID", "-//Juxian//Registration 1//ZH")
        .add("CALSCALE", "GREGORIAN")
        .add("METHOD", method);
  }

  /** Since its last summer time ended in 1991 the zone has one offset. */
  private static void zone(ContentLines lines) {
    lines
        .add("BEGIN", "VTIMEZONE")
        .add("TZID", ZONE)
        .add("BEGIN", "STANDARD")
        .add("DTSTART", "19910915T020000")
        .add("TZOFFSETFROM", "+0900")
        .add("TZOFFSETTO", "+0800")
        .add("TZNAME", "CST")
        .add("END", "STANDARD")
        .add("END", "VTIMEZONE");
  }

  private static void event(ContentLines lines, CalendarEntry entry) {
    lines.add("BEGIN", "VEVENT").addText("UID", entry.uid());
    lines.add("SEQUENCE", Long.toString(entry.sequence()));
    lines.add("DTSTAMP", UTC.format(entry.stampedAt()));
    lines.add("DTSTART;TZID=" + ZONE, local(entry.startsAt()));
    lines.add("DTEND;TZID=" + ZONE, local(entry.endsAt()));
    lines.addText("SUMMARY", entry.title());
    text(lines, "DESCRIPTION", entry.description());
    text(lines, "LOCATION", entry.location());
    if (entry.url() != null) {
      lines.add("URL", entry.url());
    }
    lines.add("STATUS", entry.cancelled() ? "CANCELLED" : "CONFIRMED");
    lines.add("TRANSP", entry.cancelled() ? "TRANSPARENT" : "OPAQUE");
    lines.add("END", "VEVENT");
  }

  private static void text(ContentLines lines, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      lines.addText(name, value);
    }
  }

  private static String local(Instant at) {
    return LOCAL.format(at);
  }
}
