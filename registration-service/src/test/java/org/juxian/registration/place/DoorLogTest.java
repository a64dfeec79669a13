package org.juxian.registration.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juxian.registration.place.DoorLog.Settling;

/** What is settled of the doubts about a ticket. */
class DoorLogTest {

  private static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");
  private static final Scan.Settled WANG = new Scan.Settled("wang", NINE, "scanned twice");
  private static final Scan.Settled LI = new Scan.Settled("li", NINE.plusSeconds(9), "a brother");

  private final DoorLog log =
      new DoorLog(
          List.of(
              scan("in", null),
              scan("again", Scan.Doubt.ALREADY_IN),
              scan("void", Scan.Doubt.REPLACED)));

  @Test
  void only_what_was_seen_is_settled() {
    DoorLog after = now(log.settle(List.of("again"), WANG));
    assertThat(after.open()).isOne();
    assertThat(after.doubts()).isEqualTo(2);
    assertThat(after.find("again").orElseThrow().settled()).isEqualTo(WANG);
    assertThat(after.find("void").orElseThrow().isOpen()).isTrue();
  }

  @Test
  void what_one_settled_another_does_not_overwrite() {
    DoorLog after = now(log.settle(List.of("again"), WANG));
    assertThat(after.settle(List.of("again"), LI)).isEqualTo(new Settling.Before());
    DoorLog rest = now(after.settle(List.of("again", "void"), LI));
    assertThat(rest.find("again").orElseThrow().settled()).isEqualTo(WANG);
    assertThat(rest.find("void").orElseThrow().settled()).isEqualTo(LI);
    assertThat(rest.open()).isZero();
  }

  @Test
  void the_same_word_of_the_same_person_is_heard_once() {
    DoorLog after = now(log.settle(List.of("again"), WANG));
    Scan.Settled later = new Scan.Settled("wang", NINE.plusSeconds(60), "scanned twice");
    assertThat(after.settle(List.of("again"), later)).isEqualTo(new Settling.Repeated());
  }

  @Test
  void what_is_not_in_doubt_is_not_settled() {
    assertThat(log.settle(List.of("again", "in"), WANG)).isEqualTo(new Settling.Unknown(1));
    assertThat(log.settle(List.of("nothing"), WANG)).isEqualTo(new Settling.Unknown(0));
  }

  @Test
  void a_note_goes_with_the_names_and_stays_when_the_scan_is_taken_back() {
    DoorLog after = now(log.settle(List.of("again"), WANG));
    assertThat(after.undone("again", "li", NINE).find("again").orElseThrow().settled())
        .isEqualTo(WANG);
    assertThat(after.anonymous().find("again").orElseThrow().settled())
        .isEqualTo(new Scan.Settled(Booking.NOBODY, NINE, ""));
    assertThat(after.anonymous().open()).isOne();
  }

  private static DoorLog now(Settling settling) {
    return ((Settling.Now) settling).log();
  }

  private static Scan scan(String nonce, Scan.@Nullable Doubt doubt) {
    return new Scan(
        nonce, Scan.Direction.IN, null, List.of(), NINE, NINE, "door", "device", doubt, null, null);
  }
}
