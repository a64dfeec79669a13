package org.juxian.registration.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What we write, read by a library that we did not write. */
class ICalendarTest {

  private static final Instant START = Instant.parse("2026-12-12T01:00:00Z");
  private static final String HARD = "第十二届聚贤人才交流大会暨产教融合论坛，春季专场；含“𠮷”字\\路径\nsecond line, with; all";

  @BeforeAll
  static void keepToThisMachine() {
    System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    System.setProperty(
        "net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
  }

  @Test
  void an_entry_is_read_as_it_was_meant() throws Exception {
    String text = ICalendar.of(entry(7, false));
    Calendar calendar = read(text);
    calendar.validate();
    VEvent event = event(calendar);
    assertThat(value(calendar.getRequiredProperty(Property.METHOD))).isEqualTo("PUBLISH");
    assertThat(value(event.getRequiredProperty(Property.SEQUENCE))).isEqualTo("7");
    assertThat(value(event.getRequiredProperty(Property.UID)))
        .isEqualTo("registration-1@juxian.org");
    assertThat(value(event.getRequiredProperty(Property.SUMMARY))).isEqualTo(HARD);
    assertThat(value(event.getRequiredProperty(Property.LOCATION))).isEqualTo(HARD);
    assertThat(value(event.getRequiredProperty(Property.STATUS))).isEqualTo("CONFIRMED");
    assertThat(text).contains("DTSTART;TZID=Asia/Shanghai:20261212T090000\r\n");
    assertThat(text).contains("DTEND;TZID=Asia/Shanghai:20261212T170000\r\n");
    assertThat(event.getDateTimeStart().getDate().toString()).startsWith("2026-12-12T09:00+08:00");
  }

  @Test
  void a_cancelled_entry_takes_itself_out() throws Exception {
    Calendar calendar = read(ICalendar.of(entry(8, true)));
    calendar.validate();
    assertThat(value(calendar.getRequiredProperty(Property.METHOD))).isEqualTo("CANCEL");
    assertThat(value(event(calendar).getRequiredProperty(Property.STATUS))).isEqualTo("CANCELLED");
  }

  @Test
  void a_feed_has_all_its_entries() throws Exception {
    Calendar calendar = read(ICalendar.feed("我的日程", List.of(entry(1, false), entry(2, true))));
    calendar.validate();
    assertThat(calendar.getComponents(Component.VEVENT)).hasSize(2);
    assertThat(read(ICalendar.feed("空", List.of())).getComponents(Component.VEVENT)).isEmpty();
  }

  @Test
  void no_line_is_longer_than_75_octets_and_none_is_cut_within_a_character() {
    for (String line : ICalendar.of(entry(1, false)).lines().toList()) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line)).isTrue();
    }
  }

  @Test
  void the_zone_is_the_one_that_java_knows() throws Exception {
    ZoneOffsetTransition last =
        ZoneId.of("Asia/Shanghai")
            .getRules()
            .previousTransition(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(last.getDateTimeBefore()).hasToString("1991-09-15T02:00");
    assertThat(last.getOffsetBefore()).hasToString("+09:00");
    assertThat(last.getOffsetAfter()).hasToString("+08:00");
    VTimeZone zone =
        (VTimeZone)
            read(ICalendar.of(entry(1, false))).getComponent(Component.VTIMEZONE).orElseThrow();
    assertThat(zone.toString()).contains("TZOFFSETTO:+0800");
  }

  private static CalendarEntry entry(long sequence, boolean cancelled) {
    return new CalendarEntry(
        "registration-1@juxian.org",
        sequence,
        START.minusSeconds(60),
        START,
        START.plus(Duration.ofHours(8)),
        HARD,
        "说明\u0007",
        HARD,
        "http://localhost:8080/tickets/1",
        cancelled);
  }

  private static Calendar read(String text) throws IOException, ParserException {
    return new CalendarBuilder().build(new StringReader(text));
  }

  private static VEvent event(Calendar calendar) {
    return (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
  }

  private static String value(Property property) {
    return property.getValue();
  }
}
