package org.juxian.registration.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juxian.platform.values.Text;
import org.juxian.registration.place.Doorkeeper.Ruling;
import org.juxian.registration.place.Registration.Cancelled;
import org.juxian.registration.place.Registration.CheckedIn;
import org.juxian.registration.place.Registration.Held;
import org.juxian.registration.place.Scan.Direction;
import org.juxian.registration.place.Scan.Doubt;

class DoorkeeperTest {

  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
  private static final Text NAME = new Text("名", "Name");
  private static final Held HELD =
      new Held(new Booking("r1", "e1", "visitor", "p1", "李", "0001", null, NOW), 1);
  private static final Entrance DOORS =
      new Entrance(
          List.of(
              new Zone("hall", NAME, ReEntry.CHECK_OUT, List.of()),
              new Zone("vip", NAME, ReEntry.NONE, List.of("guest"))),
          List.of(
              new Door("main", NAME, List.of("hall", "vip")),
              new Door("lounge", NAME, List.of("vip"))));

  @Test
  void a_door_leads_where_the_ticket_may_go() {
    Ruling.Through in = through(rule(HELD, DoorLog.EMPTY, asked("s1", "main", Direction.IN)));
    assertThat(in.scan().zones()).containsExactly("hall");
    assertThat(refusal(HELD, asked("s1", "lounge", Direction.IN)))
        .isEqualTo(new Refusal.ZoneNotOpen());
    assertThat(refusal(HELD, asked("s1", "cellar", Direction.IN)))
        .isEqualTo(new Refusal.NoSuchDoor());
    assertThat(refusal(HELD, asked("s1", null, Direction.IN))).isEqualTo(new Refusal.NoSuchDoor());
    assertThat(refusal(HELD, asked("s1", "main", Direction.OUT)))
        .isEqualTo(new Refusal.NotInside());
  }

  @Test
  void without_doors_there_is_one_which_lets_in_once() {
    Showing first = asked("s1", null, Direction.IN);
    Ruling.Through in = through(Doorkeeper.rule(HELD, DoorLog.EMPTY, first, Entrance.ONE_DOOR));
    assertThat(
            Doorkeeper.rule(
                in.next(), in.log(), asked("s2", null, Direction.IN), Entrance.ONE_DOOR))
        .isEqualTo(new Ruling.Refused(new Refusal.AlreadyCheckedIn(NOW)));
  }

  @Test
  void the_same_scan_again_is_answered_as_the_first_time() {
    Ruling.Through in = through(rule(HELD, DoorLog.EMPTY, asked("s1", "main", Direction.IN)));
    assertThat(rule(in.next(), in.log(), asked("s1", "main", Direction.IN)))
        .isEqualTo(new Ruling.Known(in.scan()));
    assertThat(rule(in.next(), DoorLog.EMPTY, happened("s1", "main")))
        .as("without the log it would count as a second person")
        .isInstanceOf(Ruling.Noted.class);
  }

  @Test
  void whom_a_device_let_in_wrongly_is_noted_and_nothing_changes() {
    Ruling.Through in = through(rule(HELD, DoorLog.EMPTY, happened("s1", "main")));
    Ruling.Noted twice = (Ruling.Noted) rule(in.next(), in.log(), happened("s2", "main"));
    assertThat(twice.scan().doubt()).isEqualTo(Doubt.ALREADY_IN);
    assertThat(twice.log().doubts()).isEqualTo(1);
    Cancelled gone = new Cancelled(HELD.booking(), Cancelled.By.PERSON, null, NOW);
    Ruling.Noted cancelled = (Ruling.Noted) rule(gone, DoorLog.EMPTY, happened("s3", "main"));
    assertThat(cancelled.scan().doubt()).isEqualTo(Doubt.CANCELLED);
    Registration passed = ((Decision.Accepted) HELD.passOn("p2", "王", NOW)).next();
    Ruling.Noted replaced =
        (Ruling.Noted) rule(passed, DoorLog.EMPTY, happened("s4", "main").of(0));
    assertThat(replaced.scan().doubt()).isEqualTo(Doubt.REPLACED);
    assertThat(rule(passed, DoorLog.EMPTY, happened("s4", "main").of(1)))
        .isInstanceOf(Ruling.Through.class);
  }

  @Test
  void what_was_taken_back_stays_on_record_with_both() {
    Ruling.Through in = through(rule(HELD, DoorLog.EMPTY, asked("s1", "main", Direction.IN)));
    Instant later = NOW.plus(Duration.ofMinutes(9));
    Ruling.Through back = through(Doorkeeper.undo(in.next(), in.log(), "s1", "boss", later, false));
    assertThat(back.next()).isEqualTo(HELD);
    Scan kept = back.log().find("s1").orElseThrow();
    assertThat(kept.by()).isEqualTo("staff");
    assertThat(kept.undone()).isEqualTo(new Scan.Undone("boss", later));
    assertThat(Doorkeeper.undo(back.next(), back.log(), "s1", "boss", later, false))
        .isEqualTo(new Ruling.Known(kept));
    assertThat(rule(back.next(), back.log(), asked("s2", "main", Direction.IN)))
        .isInstanceOf(Ruling.Through.class);
  }

  @Test
  void only_the_last_is_taken_back_and_only_for_a_while() {
    Ruling.Through in = through(rule(HELD, DoorLog.EMPTY, asked("s1", "main", Direction.IN)));
    Ruling.Refused no = new Ruling.Refused(new Refusal.NotLastPassage());
    Instant late = NOW.plus(Duration.ofMinutes(11));
    assertThat(Doorkeeper.undo(in.next(), in.log(), "s1", "staff", late, false)).isEqualTo(no);
    assertThat(Doorkeeper.undo(in.next(), in.log(), "s1", "boss", late, true))
        .isInstanceOf(Ruling.Through.class);
    Ruling.Through out = through(rule(in.next(), in.log(), asked("s2", "main", Direction.OUT)));
    assertThat(Doorkeeper.undo(out.next(), out.log(), "s1", "staff", NOW, true)).isEqualTo(no);
    assertThat(Doorkeeper.undo(out.next(), out.log(), "s9", "staff", NOW, true)).isEqualTo(no);
    Ruling.Through back = through(Doorkeeper.undo(out.next(), out.log(), "s2", "x", NOW, false));
    assertThat(((CheckedIn) back.next()).presence().inside()).containsExactly("hall");
  }

  @Test
  void a_log_forgets_the_oldest_but_not_what_is_in_doubt() {
    Ruling.Through in = through(rule(HELD, DoorLog.EMPTY, asked("s0", "main", Direction.IN)));
    DoorLog log = ((Ruling.Noted) rule(in.next(), in.log(), happened("odd", "main"))).log();
    Registration now = in.next();
    for (int i = 1; i <= DoorLog.MOST; i++) {
      Direction way = i % 2 == 0 ? Direction.IN : Direction.OUT;
      Ruling.Through next = through(rule(now, log, asked("s" + i, "main", way)));
      now = next.next();
      log = next.log();
    }
    assertThat(log.scans()).hasSize(DoorLog.MOST);
    assertThat(log.find("odd")).isPresent();
    assertThat(log.find("s1")).isEmpty();
    assertThat(log.find("s" + DoorLog.MOST)).isPresent();
  }

  private static Ruling rule(Registration registration, DoorLog log, Showing showing) {
    return Doorkeeper.rule(registration, log, showing, DOORS);
  }

  private static Refusal refusal(Registration registration, Showing showing) {
    return ((Ruling.Refused) rule(registration, DoorLog.EMPTY, showing)).refusal();
  }

  private static Ruling.Through through(Ruling ruling) {
    assertThat(ruling).isInstanceOf(Ruling.Through.class);
    return (Ruling.Through) ruling;
  }

  private static Showing asked(String nonce, @Nullable String door, Direction way) {
    return new Showing(nonce, way, door, null, NOW, NOW, "staff", null);
  }

  private static Showing happened(String nonce, String door) {
    return new Showing(nonce, Direction.IN, door, null, NOW, NOW.plusSeconds(60), "staff", "d1");
  }
}
