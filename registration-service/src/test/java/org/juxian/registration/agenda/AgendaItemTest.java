package org.juxian.registration.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.agenda.AgendaItem.Kind;

class AgendaItemTest {

  private static final Instant NINE = Instant.parse("2026-12-12T01:00:00Z");

  @Test
  void what_overlaps_clashes_and_what_follows_does_not() {
    assertClash(true, item("a", "hall", null, 0, 60, 0), item("b", "hall", null, 59, 90, 0));
    assertClash(false, item("a", "hall", null, 0, 60, 0), item("b", "hall", null, 60, 90, 0));
  }

  @Test
  void one_must_have_time_to_walk_to_another_venue_or_room() {
    assertClash(true, item("a", "hall", null, 0, 60, 15), item("b", "annex", null, 74, 90, 0));
    assertClash(false, item("a", "hall", null, 0, 60, 15), item("b", "annex", null, 75, 90, 5));
    assertClash(true, item("a", "hall", "R1", 0, 60, 15), item("b", "hall", "R2", 70, 90, 15));
    assertClash(false, item("a", "hall", "R1", 0, 60, 15), item("b", "hall", "R1", 60, 90, 15));
  }

  @Test
  void doing_something_at_an_event_is_no_clash_with_being_there() {
    AgendaItem there = item(Kind.REGISTRATION, "e", "hall", null, 0, 480, 10);
    assertClash(false, there, item(Kind.HEAT, "e", "hall", "W01", 30, 60, 10));
    assertClash(true, there, item(Kind.HEAT, "other", "hall", "W01", 30, 60, 10));
    assertClash(
        true,
        item(Kind.SESSION, "e", "hall", "R1", 30, 60, 0),
        item(Kind.SESSION, "e", "hall", "R2", 50, 90, 0));
  }

  @Test
  void nothing_clashes_with_itself() {
    AgendaItem talk = item(Kind.SESSION, "e", "hall", "R1", 30, 60, 5);
    assertClash(false, talk, talk);
    assertClash(
        true,
        item(Kind.SESSION, "e", "hall", "R1", 30, 60, 5),
        item(Kind.SESSION, "e", "hall", "R2", 64, 90, 5));
  }

  private static void assertClash(boolean clash, AgendaItem one, AgendaItem other) {
    assertThat(one.clashesWith(other)).isEqualTo(clash);
    assertThat(other.clashesWith(one)).isEqualTo(clash);
  }

  private static AgendaItem item(
      String eventId, String venue, @Nullable String place, int from, int to, int walk) {
    return item(Kind.HEAT, eventId, venue, place, from, to, walk);
  }

  private static AgendaItem item(
      Kind kind, String eventId, String venue, @Nullable String place, int from, int to, int walk) {
    Text name = new Text(venue, venue);
    return new AgendaItem(
        kind,
        eventId + from,
        eventId,
        name,
        NINE.plus(Duration.ofMinutes(from)),
        NINE.plus(Duration.ofMinutes(to)),
        new Venue(name, name),
        place,
        walk,
        1);
  }
}
