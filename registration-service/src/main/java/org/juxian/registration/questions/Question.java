package org.juxian.registration.questions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/**
 * One question of a form.
 *
 * @param id names it in answers, whatever the form's version
 * @param required whether it must be answered where it is shown
 * @param shownIf when it is shown; always, if absent
 */
public record Question(
    String id,
    Text label,
    @Nullable Text help,
    boolean required,
    Asks asks,
    @Nullable Condition shownIf) {

  /** What is asked for. */
  public sealed interface Asks {

    /** Text of at most so many characters. */
    record Words(int longest) implements Asks {}

    /**
     * One of the options, or several.
     *
     * @param most how many may be chosen
     */
    record Choice(List<Option> options, boolean many, int most) implements Asks {

      public Choice {
        options = List.copyOf(options);
      }
    }

    /** A number, both ends included, with at most so many decimals. */
    record Figure(@Nullable BigDecimal min, @Nullable BigDecimal max, int decimals)
        implements Asks {}

    /** A day, both ends included. */
    record Day(@Nullable LocalDate from, @Nullable LocalDate to) implements Asks {}

    /** A file of one of these types. */
    record Upload(Set<FileType> types) implements Asks {

      public Upload {
        types = Set.copyOf(types);
      }
    }

    /** Consent to what the label says; where required, it must be given. */
    record Consent() implements Asks {}
  }

  /** Something to choose. */
  public record Option(String id, Text label) {}

  /** Holds where the answer to another question, itself shown, is one of these. */
  public record Condition(String questionId, Set<String> anyOf) {

    public Condition {
      anyOf = Set.copyOf(anyOf);
    }
  }

  /** The answers a condition may name; none where the question is not one to depend on. */
  Set<String> marks() {
    return switch (asks) {
      case Asks.Choice choice ->
          Set.copyOf(choice.options().stream().map(Option::id).distinct().toList());
      case Asks.Consent() -> Set.of("true", "false");
      case Asks.Words _, Asks.Figure _, Asks.Day _, Asks.Upload _ -> Set.of();
    };
  }
}
