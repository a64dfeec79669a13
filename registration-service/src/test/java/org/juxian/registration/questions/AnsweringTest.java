package org.juxian.registration.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.registration.questions.FormFixture.choice;
import static org.juxian.registration.questions.FormFixture.consent;
import static org.juxian.registration.questions.FormFixture.form;
import static org.juxian.registration.questions.FormFixture.only;
import static org.juxian.registration.questions.FormFixture.text;
import static org.juxian.registration.questions.FormFixture.written;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnsweringTest {

  private static final Form MEAL =
      form(
          choice("meal", true, false, "none", "veg", "other"),
          only(text("which", true), "meal", "other"),
          consent("rules", true),
          choice("days", false, true, "mon", "tue"));

  @Test
  void good_answers_are_kept_in_the_forms_order() {
    assertThat(
            kept(
                MEAL,
                Map.of(
                    "rules",
                    true,
                    "days",
                    List.of("tue", "mon"),
                    "which",
                    "  no nuts ",
                    "meal",
                    "other")))
        .isEqualTo(
            new LinkedHashMap<>(
                Map.of(
                    "meal", new Answer.Chosen(List.of("other")),
                    "which", new Answer.Words("no nuts"),
                    "rules", new Answer.Consent(true),
                    "days", new Answer.Chosen(List.of("mon", "tue")))));
  }

  @Test
  void what_is_hidden_is_neither_demanded_nor_kept() {
    assertThat(kept(MEAL, Map.of("meal", "veg", "rules", true, "which", "x")))
        .containsOnlyKeys("meal", "rules");
    assertThat(kept(MEAL, Map.of("meal", "veg", "rules", true, "which", 12)))
        .containsOnlyKeys("meal", "rules");
  }

  @Test
  void each_fault_is_named() {
    assertThat(faults(MEAL, Map.of())).containsExactlyInAnyOrder("meal required", "rules required");
    assertThat(
            faults(
                MEAL, Map.of("meal", "other", "rules", false, "days", List.of("sun"), "what", 1)))
        .containsExactlyInAnyOrder(
            "which required",
            "rules consent-needed",
            "days answer-option",
            "what question-unknown");
  }

  @Test
  void numbers_and_days_keep_their_limits() {
    Form form =
        form(
            written(
                "n",
                Map.of(
                    "kind",
                    "number",
                    "min",
                    new BigDecimal("1"),
                    "max",
                    new BigDecimal("10.5"),
                    "decimals",
                    1)),
            written("d", Map.of("kind", "date", "from", LocalDate.of(2000, 1, 1))),
            written("t", Map.of("kind", "text", "maxLength", 3)));
    assertThat(kept(form, Map.of("n", 10.5, "d", "2008-02-29", "t", "南海区"))).hasSize(3);
    assertThat(faults(form, Map.of("n", 0, "d", "1999-12-31", "t", "abcd")))
        .containsExactly("n least", "d least", "t too-long");
    assertThat(faults(form, Map.of("n", 11, "d", "2025-02-29", "t", 5)))
        .containsExactly("n most", "d date", "t type");
    assertThat(faults(form, Map.of("n", "1.25"))).containsExactly("n number-decimals");
    for (Object odd : List.of("1e999999999", Double.NaN, "x", true, "1e-999999999")) {
      assertThat(faults(form, Map.of("n", odd))).as(odd.toString()).containsExactly("n number");
    }
  }

  @Test
  void a_file_is_the_persons_own_and_of_a_type_that_is_asked_for() {
    Form form = form(written("cv", Map.of("kind", "file")));
    assertThat(kept(form, Map.of("cv", "mine"))).containsEntry("cv", new Answer.Upload("mine"));
    assertThat(faults(form, Map.of("cv", "anothers"))).containsExactly("cv answer-file");
    assertThat(FileType.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
        .contains(FileType.JPEG);
    assertThat(FileType.of("<html>%PDF-".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @Test
  void unsound_forms_are_refused_by_name() {
    assertThat(
            unsound(
                text("a b", true),
                FormFixture.written("k", Map.of("kind", "poem")),
                choice("c", true, false)))
        .containsExactly(
            "questions[0].id question-id",
            "questions[1].kind question-kind",
            "questions[2].options range-count");
    assertThat(unsound(text("a", true), text("a", true)))
        .containsExactly("questions[1].id id-twice");
    assertThat(unsound(only(text("a", true), "b", "x")))
        .containsExactly("questions[0].shownIf.question question-unknown");
    assertThat(unsound(text("t", true), only(text("a", true), "t", "x")))
        .containsExactly("questions[1].shownIf.question condition-kind");
    assertThat(unsound(choice("c", true, false, "x"), only(text("a", true), "c", "y")))
        .containsExactly("questions[1].shownIf.anyOf condition-option");
    assertThat(
            unsound(
                only(consent("a", false), "c", "true"),
                only(consent("b", false), "a", "true"),
                only(consent("c", false), "b", "true")))
        .containsExactly(
            "questions[0].shownIf.question condition-cycle",
            "questions[1].shownIf.question condition-cycle",
            "questions[2].shownIf.question condition-cycle");
  }

  @Test
  void what_is_written_down_reads_the_same_again() {
    List<PlainQuestion> again = MEAL.questions().stream().map(PlainQuestion::of).toList();
    assertThat(FormReader.read(1, again, null)).isEqualTo(new FormReader.Read.Sound(MEAL));
  }

  private static Map<String, Answer> kept(Form form, Map<String, ?> given) {
    return switch (Answering.check(form, given, AnsweringTest::file)) {
      case Answering.Outcome.Accepted(var answers) -> answers;
      case Answering.Outcome.Refused(var faults) -> throw new AssertionError(faults);
    };
  }

  private static List<String> faults(Form form, Map<String, ?> given) {
    return switch (Answering.check(form, given, AnsweringTest::file)) {
      case Answering.Outcome.Accepted(var answers) -> throw new AssertionError(answers);
      case Answering.Outcome.Refused(var faults) -> worded(faults);
    };
  }

  private static List<String> unsound(PlainQuestion... written) {
    return switch (FormReader.read(1, List.of(written), null)) {
      case FormReader.Read.Sound(var form) -> throw new AssertionError(form);
      case FormReader.Read.Unsound(var faults) -> worded(faults);
    };
  }

  private static List<String> worded(List<Fault> faults) {
    return faults.stream().map(fault -> fault.path() + " " + fault.code()).toList();
  }

  private static Optional<FileType> file(String id) {
    return id.equals("mine") ? Optional.of(FileType.PDF) : Optional.empty();
  }
}
