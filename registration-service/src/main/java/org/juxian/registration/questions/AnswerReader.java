package org.juxian.registration.questions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.questions.Question.Asks;

/** Reads the answer to one question. */
final class AnswerReader {

  private static final int MOST_DIGITS = 18;

  /** What a given answer comes to. */
  sealed interface Read {

    /** It is good. */
    record Sound(Answer answer) implements Read {}

    /** Nothing was answered. */
    record Absent() implements Read {}

    /** It is not good. */
    record Wrong(Fault fault) implements Read {}
  }

  private AnswerReader() {}

  static Read read(
      Question question, @Nullable Object given, Function<String, Optional<FileType>> files) {
    if (given == null
        || (given instanceof String text && text.isBlank())
        || (given instanceof List<?> list && list.isEmpty())) {
      return new Read.Absent();
    }
    String id = question.id();
    return switch (question.asks()) {
      case Asks.Words(int longest) -> words(id, given, longest);
      case Asks.Choice choice -> chosen(id, given, choice);
      case Asks.Figure figure -> figure(id, given, figure);
      case Asks.Day day -> day(id, given, day);
      case Asks.Upload(var types) -> upload(id, given, types, files);
      case Asks.Consent() -> consent(question, given);
    };
  }

  private static Read words(String id, Object given, int longest) {
    if (!(given instanceof String text)) {
      return wrong(id, "type");
    }
    String stripped = text.strip();
    return stripped.length() > longest
        ? wrong(id, "too-long", longest)
        : new Read.Sound(new Answer.Words(stripped));
  }

  private static Read chosen(String id, Object given, Asks.Choice choice) {
    Set<String> wanted = new LinkedHashSet<>();
    for (Object one : given instanceof List<?> list ? list : List.of(given)) {
      if (!(one instanceof String option)) {
        return wrong(id, "type");
      }
      wanted.add(option);
    }
    List<String> known =
        choice.options().stream().map(Question.Option::id).filter(wanted::contains).toList();
    if (known.size() < wanted.size()) {
      return wrong(id, "answer-option");
    }
    return wanted.size() > choice.most()
        ? wrong(id, "answer-most", choice.most())
        : new Read.Sound(new Answer.Chosen(known));
  }

  private static Read figure(String id, Object given, Asks.Figure asked) {
    Optional<BigDecimal> number = number(given);
    if (number.isEmpty()) {
      return wrong(id, "number");
    }
    BigDecimal value = number.get();
    if (value.stripTrailingZeros().scale() > asked.decimals()) {
      return wrong(id, "number-decimals", asked.decimals());
    }
    if (asked.min() != null && value.compareTo(asked.min()) < 0) {
      return wrong(id, "least", asked.min().toPlainString());
    }
    if (asked.max() != null && value.compareTo(asked.max()) > 0) {
      return wrong(id, "most", asked.max().toPlainString());
    }
    return new Read.Sound(new Answer.Figure(value));
  }

  private static Optional<BigDecimal> number(Object given) {
    if (!(given instanceof Number || given instanceof String)) {
      return Optional.empty();
    }
    String text = given.toString().strip();
    if (text.length() > 2 * MOST_DIGITS) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text))
          .filter(value -> Answering.isModest(value, MOST_DIGITS));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static Read day(String id, Object given, Asks.Day asked) {
    LocalDate day;
    try {
      day = LocalDate.parse(given instanceof String text ? text.strip() : "");
    } catch (DateTimeParseException none) {
      return wrong(id, "date");
    }
    if (day.getYear() < 1000 || day.getYear() > 9999) {
      return wrong(id, "date");
    }
    if (asked.from() != null && day.isBefore(asked.from())) {
      return wrong(id, "least", asked.from().toString());
    }
    if (asked.to() != null && day.isAfter(asked.to())) {
      return wrong(id, "most", asked.to().toString());
    }
    return new Read.Sound(new Answer.Day(day));
  }

  private static Read upload(
      String id, Object given, Set<FileType> types, Function<String, Optional<FileType>> files) {
    Optional<FileType> type =
        given instanceof String fileId ? files.apply(fileId) : Optional.empty();
    if (type.isEmpty()) {
      return wrong(id, "answer-file");
    }
    return types.contains(type.get())
        ? new Read.Sound(new Answer.Upload(given.toString()))
        : wrong(id, "file-type");
  }

  /** In a file of a delegation, yes and no are words. */
  private static Read consent(Question question, Object given) {
    boolean yes = given.equals(true) || given.equals("true");
    boolean no = given.equals(false) || given.equals("false");
    if (!yes && !no) {
      return wrong(question.id(), "type");
    }
    return no && question.required()
        ? wrong(question.id(), "consent-needed")
        : new Read.Sound(new Answer.Consent(yes));
  }

  private static Read wrong(String id, String code, Object... arguments) {
    return new Read.Wrong(Fault.of(id, code, arguments));
  }
}
