package org.juxian.registration.questions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/**
 * A question as it is written down, in requests and in the store, before it is known to be sound.
 *
 * @param kind {@code text}, {@code choice}, {@code number}, {@code date}, {@code file} or {@code
 *     consent}; it says which of the further fields have a meaning
 * @param maxLength of a text, 1 to 4000 characters
 * @param many whether several options may be chosen
 * @param most how many at most
 * @param decimals of a number, 0 to 6
 * @param fileTypes {@code pdf}, {@code jpeg}, {@code png}
 */
public record PlainQuestion(
    @Nullable String id,
    @Nullable String kind,
    @Nullable Text label,
    @Nullable Text help,
    @Nullable Boolean required,
    @Nullable Integer maxLength,
    @Nullable List<PlainOption> options,
    @Nullable Boolean many,
    @Nullable Integer most,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Integer decimals,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable List<String> fileTypes,
    @Nullable PlainCondition shownIf) {

  /** An option as it is written down. */
  public record PlainOption(@Nullable String id, @Nullable Text label) {}

  /** A condition as it is written down. */
  public record PlainCondition(@Nullable String question, @Nullable List<String> anyOf) {}

  /** Writes a question down. */
  public static PlainQuestion of(Question question) {
    Question.Condition condition = question.shownIf();
    Shape shape = Shape.of(question.asks());
    return new PlainQuestion(
        question.id(),
        shape.kind,
        question.label(),
        question.help(),
        question.required(),
        shape.maxLength,
        shape.options,
        shape.many,
        shape.most,
        shape.min,
        shape.max,
        shape.decimals,
        shape.from,
        shape.to,
        shape.fileTypes,
        condition == null
            ? null
            : new PlainCondition(
                condition.questionId(), condition.anyOf().stream().sorted().toList()));
  }

  /** The fields that depend on the kind. */
  private static final class Shape {

    private final String kind;
    private @Nullable Integer maxLength;
    private @Nullable List<PlainOption> options;
    private @Nullable Boolean many;
    private @Nullable Integer most;
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;
    private @Nullable Integer decimals;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable List<String> fileTypes;

    private Shape(String kind) {
      this.kind = kind;
    }

    static Shape of(Question.Asks asks) {
      return switch (asks) {
        case Question.Asks.Words(int longest) -> {
          Shape shape = new Shape("text");
          shape.maxLength = longest;
          yield shape;
        }
        case Question.Asks.Choice choice -> {
          Shape shape = new Shape("choice");
          shape.options =
              choice.options().stream()
                  .map(option -> new PlainOption(option.id(), option.label()))
                  .toList();
          shape.many = choice.many();
          shape.most = choice.most();
          yield shape;
        }
        case Question.Asks.Figure figure -> {
          Shape shape = new Shape("number");
          shape.min = figure.min();
          shape.max = figure.max();
          shape.decimals = figure.decimals();
          yield shape;
        }
        case Question.Asks.Day day -> {
          Shape shape = new Shape("date");
          shape.from = day.from();
          shape.to = day.to();
          yield shape;
        }
        case Question.Asks.Upload(var types) -> {
          Shape shape = new Shape("file");
          shape.fileTypes = types.stream().map(FileType::label).sorted().toList();
          yield shape;
        }
        case Question.Asks.Consent() -> new Shape("consent");
      };
    }
  }
}
