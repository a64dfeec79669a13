package org.juxian.registration.questions;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.registration.questions.PlainQuestion.PlainCondition;
import org.juxian.registration.questions.PlainQuestion.PlainOption;

/** Questions as an organiser writes them down. */
final class FormFixture {

  private FormFixture() {}

  static PlainQuestion text(String id, boolean required) {
    return question(id, "text", required, null, null, null);
  }

  static PlainQuestion consent(String id, boolean required) {
    return question(id, "consent", required, null, null, null);
  }

  static PlainQuestion choice(String id, boolean required, @Nullable Boolean many, String... ids) {
    List<PlainOption> options =
        List.of(ids).stream().map(one -> new PlainOption(one, label(one))).toList();
    return question(id, "choice", required, options, many, null);
  }

  static PlainQuestion only(PlainQuestion one, String other, String... anyOf) {
    return question(
        String.valueOf(one.id()),
        String.valueOf(one.kind()),
        Boolean.TRUE.equals(one.required()),
        one.options(),
        one.many(),
        new PlainCondition(other, List.of(anyOf)));
  }

  static PlainQuestion written(String id, Map<String, Object> fields) {
    return new PlainQuestion(
        id,
        (String) fields.get("kind"),
        label(id),
        null,
        Boolean.TRUE.equals(fields.get("required")),
        (Integer) fields.get("maxLength"),
        null,
        null,
        null,
        (java.math.BigDecimal) fields.get("min"),
        (java.math.BigDecimal) fields.get("max"),
        (Integer) fields.get("decimals"),
        (java.time.LocalDate) fields.get("from"),
        (java.time.LocalDate) fields.get("to"),
        null,
        null);
  }

  static Form form(PlainQuestion... questions) {
    return switch (FormReader.read(1, List.of(questions), null)) {
      case FormReader.Read.Sound(Form form) -> form;
      case FormReader.Read.Unsound(var faults) -> throw new AssertionError(faults);
    };
  }

  private static PlainQuestion question(
      String id,
      String kind,
      boolean required,
      @Nullable List<PlainOption> options,
      @Nullable Boolean many,
      @Nullable PlainCondition shownIf) {
    return new PlainQuestion(
        id, kind, label(id), null, required, null, options, many, null, null, null, null, null,
        null, null, shownIf);
  }

  private static Text label(String id) {
    return new Text("问题" + id, "Question " + id);
  }
}
