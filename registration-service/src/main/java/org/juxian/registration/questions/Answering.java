package org.juxian.registration.questions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds answers against a form. A question is shown if it has no condition, or if the one that it
 * depends on is shown and soundly answered as the condition says. What is not shown is neither
 * demanded nor kept.
 */
public final class Answering {

  /** What answers come to. */
  public sealed interface Outcome {

    /** What is kept, by question, in the form's order. */
    record Accepted(Map<String, Answer> answers) implements Outcome {}

    /** What is wrong; a fault's path is the question's id. */
    record Refused(List<Fault> faults) implements Outcome {}
  }

  private final Map<String, ? extends @Nullable Object> given;
  private final Form form;
  private final Function<String, Optional<FileType>> files;
  private final Map<String, Optional<Answer>> read = new HashMap<>();
  private final Map<String, Fault> faults = new HashMap<>();

  private Answering(
      Form form,
      Map<String, ? extends @Nullable Object> given,
      Function<String, Optional<FileType>> files) {
    this.form = form;
    this.given = given;
    this.files = files;
  }

  /**
   * Checks all answers at once.
   *
   * @param given by question: text, numbers, true and false, lists of text; absent and blank ones
   *     are no answers
   * @param files what the file with this id is, if it is the person's own
   */
  public static Outcome check(
      Form form,
      Map<String, ? extends @Nullable Object> given,
      Function<String, Optional<FileType>> files) {
    return new Answering(form, given, files).check();
  }

  private Outcome check() {
    List<Fault> found = new ArrayList<>();
    for (String id : given.keySet()) {
      if (form.question(id).isEmpty()) {
        found.add(Fault.of(id, "question-unknown"));
      }
    }
    Map<String, Answer> kept = new LinkedHashMap<>();
    for (Question question : form.questions()) {
      if (isShown(question)) {
        answer(question).ifPresent(answer -> kept.put(question.id(), answer));
        Fault fault = faults.get(question.id());
        if (fault != null) {
          found.add(fault);
        }
      }
    }
    return found.isEmpty() ? new Outcome.Accepted(kept) : new Outcome.Refused(found);
  }

  private boolean isShown(Question question) {
    Question.Condition condition = question.shownIf();
    if (condition == null) {
      return true;
    }
    Optional<Question> other = form.question(condition.questionId());
    return other.isPresent()
        && isShown(other.get())
        && answer(other.get())
            .map(answer -> answer.marks().stream().anyMatch(condition.anyOf()::contains))
            .orElse(false);
  }

  private Optional<Answer> answer(Question question) {
    Optional<Answer> known = read.get(question.id());
    if (known == null) {
      known = readAnew(question);
      read.put(question.id(), known);
    }
    return known;
  }

  private Optional<Answer> readAnew(Question question) {
    return switch (AnswerReader.read(question, given.get(question.id()), files)) {
      case AnswerReader.Read.Sound(var answer) -> Optional.of(answer);
      case AnswerReader.Read.Wrong(var fault) -> missing(question, Optional.of(fault));
      case AnswerReader.Read.Absent() ->
          missing(
              question,
              question.required()
                  ? Optional.of(Fault.of(question.id(), "required"))
                  : Optional.empty());
    };
  }

  private Optional<Answer> missing(Question question, Optional<Fault> fault) {
    fault.ifPresent(one -> faults.put(question.id(), one));
    return Optional.empty();
  }

  /** Whether a number has at most so many digits before and after the point. */
  static boolean isModest(BigDecimal value, int digits) {
    return Math.abs((long) value.scale()) <= digits
        && value.precision() <= 2 * digits
        && (long) value.precision() - value.scale() <= digits;
  }
}
