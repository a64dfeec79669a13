package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.MessageProbe.Heard;
import org.juxian.registration.Checker.Row;
import tools.jackson.databind.node.JsonNodeFactory;

/** The checker finds what it is there to find. */
class CheckerTest {

  private static final Row LI = new Row("r1", "li", "A0001");
  private static final Row WANG = new Row("r2", "wang", "A0002");

  @Test
  void what_is_right_passes() {
    Checker checker = new Checker(List.of(LI, WANG));
    checker.nothingAcknowledgedIsLost(Map.of("li", "r1"), 2);
    assertThat(checker.eachIsToldOnce(List.of(told("r1", "m1"), told("r2", "m2")))).isTrue();
    assertThat(checker.eachIsToldOnce(List.of(told("r1", "m1"), told("r1", "m1"))))
        .as("the same message again is no second telling, but one is missing")
        .isFalse();
  }

  @Test
  void a_lost_one_an_oversold_one_and_a_double_one_are_found() {
    assertLost(List.of(WANG), Map.of("li", "r1"), 2);
    assertLost(List.of(LI, WANG), Map.of(), 1);
    assertLost(List.of(LI, new Row("r2", "wang", "A0001")), Map.of(), 2);
    assertLost(List.of(LI, new Row("r2", "li", "A0002")), Map.of(), 2);
  }

  @Test
  void who_is_told_twice_or_of_nothing_is_found() {
    Checker checker = new Checker(List.of(LI));
    assertThatThrownBy(() -> checker.eachIsToldOnce(List.of(told("r1", "m1"), told("r1", "m2"))))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> checker.eachIsToldOnce(List.of(told("r1", "m1"), told("r9", "m9"))))
        .isInstanceOf(AssertionError.class);
  }

  private static void assertLost(List<Row> stored, Map<String, String> toldYes, int most) {
    assertThatThrownBy(() -> new Checker(stored).nothingAcknowledgedIsLost(toldYes, most))
        .isInstanceOf(AssertionError.class);
  }

  private static Heard told(String registration, String message) {
    return new Heard(
        "registration.confirmed.v1",
        registration,
        message,
        1,
        JsonNodeFactory.instance.objectNode());
  }
}
