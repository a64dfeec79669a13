package org.juxian.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.juxian.e2e.faults.Evidence.Arrived;
import org.juxian.e2e.faults.Evidence.Event;
import org.juxian.e2e.faults.Evidence.Notice;
import org.juxian.e2e.faults.Evidence.Stored;
import org.juxian.e2e.faults.Evidence.Told;

/** The checker sees each fault that it is there for. */
@Order(3)
class CheckerTest {

  private static final Event EVENT = new Event("e", "t", 2);
  private static final List<Told> TOLD =
      List.of(new Told("e", "+861", "a"), new Told("e", "m@x", "b"), new Told("e", "+862", ""));
  private static final Stored A = new Stored("e", "a", "An", "1", "confirmed");
  private static final Stored B = new Stored("e", "b", "Bo", "2", "confirmed");
  private static final Notice SMS = new Notice("sms", "sent", 1, "at /tickets/a");
  private static final Notice MAIL = new Notice("mail", "sent", 1, "at /tickets/b");
  private static final Arrived ON_PHONE = new Arrived("sms", "+861", "at /tickets/a");
  private static final Arrived IN_BOX = new Arrived("mail", "m@x", "at /tickets/b");
  private static final Evidence SOUND =
      evidence(TOLD, List.of(A, B), List.of(SMS, MAIL), List.of(ON_PHONE, IN_BOX), 0);

  @Test
  void isSilentWhereAllIsSound() {
    assertThat(Checker.complaints(SOUND)).isEmpty();
    assertThat(Checker.isAtRest(SOUND)).isTrue();
  }

  @Test
  void allowsWhatTheProtocolsCannotExclude() {
    Notice doubtful = new Notice("sms", "in-doubt", 1, SMS.text());
    Notice again = new Notice("mail", "sent", 2, MAIL.text());
    assertThat(
            Checker.complaints(
                evidence(
                    TOLD, List.of(A, B), List.of(doubtful, again), List.of(IN_BOX, IN_BOX), 1)))
        .isEmpty();
  }

  @Test
  void waitsForWhatIsOnItsWay() {
    Notice queued = new Notice("sms", "queued", 0, "");
    assertThat(
            Checker.isAtRest(
                evidence(TOLD, List.of(A, B), List.of(queued, MAIL), List.of(IN_BOX), 0)))
        .isFalse();
  }

  static Stream<Arguments> faults() {
    Stored other = new Stored("e", "b", "An", "2", "confirmed");
    Stored samePlace = new Stored("e", "b", "Bo", "1", "confirmed");
    Stored cancelled = new Stored("e", "b", "Bo", "2", "cancelled");
    Stored third = new Stored("e", "c", "Cy", "3", "confirmed");
    Notice inDoubt = new Notice("sms", "in-doubt", 1, SMS.text());
    Notice failed = new Notice("sms", "failed", 1, SMS.text());
    List<Stored> both = List.of(A, B);
    List<Notice> notices = List.of(SMS, MAIL);
    List<Arrived> inbox = List.of(ON_PHONE, IN_BOX);
    return Stream.of(
        fault("lost", TOLD, List.of(A), notices, inbox, 0),
        fault("said to be full", TOLD, List.of(A), notices, inbox, 0),
        fault("a person twice", TOLD, List.of(A, other), notices, inbox, 0),
        fault("a place twice", TOLD, List.of(A, samePlace), notices, inbox, 0),
        fault("not confirmed", TOLD, List.of(A, cancelled), notices, inbox, 0),
        fault("oversold", TOLD, List.of(A, B, third), notices, inbox, 0),
        fault("nobody was told", TOLD, List.of(A, B, third), notices, inbox, 0),
        fault("0 messages", TOLD, both, List.of(MAIL), inbox, 0),
        fault("2 messages", TOLD, both, List.of(SMS, SMS, MAIL), inbox, 0),
        fault("0 arrived", TOLD, both, notices, List.of(IN_BOX), 0),
        fault("2 arrived", TOLD, both, notices, List.of(ON_PHONE, ON_PHONE, IN_BOX), 0),
        fault("2 arrived", TOLD, both, notices, List.of(ON_PHONE, IN_BOX, IN_BOX), 0),
        fault("2 arrived", TOLD, both, List.of(inDoubt, MAIL), add(inbox, ON_PHONE), 1),
        fault("1 arrived", TOLD, both, List.of(failed, MAIL), inbox, 0),
        fault("1 in doubt", TOLD, both, List.of(inDoubt, MAIL), inbox, 0));
  }

  @ParameterizedTest(name = "{0} #{index}")
  @MethodSource("faults")
  void complainsOf(String complaint, Evidence evidence) {
    assertThat(Checker.complaints(evidence)).anyMatch(said -> said.contains(complaint));
  }

  private static Arguments fault(
      String complaint,
      List<Told> told,
      List<Stored> stored,
      List<Notice> notices,
      List<Arrived> inbox,
      int kills) {
    return Arguments.of(complaint, evidence(told, stored, notices, inbox, kills));
  }

  private static Evidence evidence(
      List<Told> told, List<Stored> stored, List<Notice> notices, List<Arrived> inbox, int kills) {
    return new Evidence(List.of(EVENT), told, stored, notices, inbox, kills);
  }

  private static <T> List<T> add(List<T> list, T one) {
    List<T> more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}
