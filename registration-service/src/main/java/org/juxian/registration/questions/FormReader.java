package org.juxian.registration.questions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is written down as a form, or says all that is wrong with it. */
public final class FormReader {

  /** More questions than these nobody answers. */
  public static final int MOST_QUESTIONS = 100;

  /** What reading comes to. */
  public sealed interface Read {

    /** A sound form. */
    record Sound(Form form) implements Read {}

    /** What is wrong. */
    record Unsound(List<Fault> faults) implements Read {}
  }

  private FormReader() {}

  public static Read read(
      long version, List<PlainQuestion> written, @Nullable Instant editableUntil) {
    if (written.size() > MOST_QUESTIONS) {
      return new Read.Unsound(List.of(Fault.of("questions", "too-many", MOST_QUESTIONS)));
    }
    List<Fault> faults = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      String path = "questions[" + i + "]";
      PlainQuestion one = written.get(i);
      if (one == null) {
        faults.add(Fault.of(path, "required"));
      } else {
        Question question = QuestionReader.read(path, one, faults);
        if (question != null) {
          questions.add(question);
        }
      }
    }
    if (faults.isEmpty()) {
      together(questions, faults);
    }
    return faults.isEmpty()
        ? new Read.Sound(new Form(version, questions, editableUntil))
        : new Read.Unsound(faults);
  }

  /** What can only be seen of the questions together. */
  private static void together(List<Question> questions, List<Fault> faults) {
    Map<String, Question> byId = new HashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      if (byId.putIfAbsent(questions.get(i).id(), questions.get(i)) != null) {
        faults.add(Fault.of("questions[" + i + "].id", "id-twice"));
      }
    }
    for (int i = 0; i < questions.size(); i++) {
      Question.Condition condition = questions.get(i).shownIf();
      if (condition != null) {
        condition("questions[" + i + "].shownIf", questions.get(i), condition, byId, faults);
      }
    }
  }

  private static void condition(
      String path,
      Question question,
      Question.Condition condition,
      Map<String, Question> byId,
      List<Fault> faults) {
    Question other = byId.get(condition.questionId());
    if (other == null) {
      faults.add(Fault.of(path + ".question", "question-unknown"));
    } else if (other.marks().isEmpty()) {
      faults.add(Fault.of(path + ".question", "condition-kind"));
    } else if (!other.marks().containsAll(condition.anyOf())) {
      faults.add(Fault.of(path + ".anyOf", "condition-option"));
    } else if (dependsOnItself(question, byId)) {
      faults.add(Fault.of(path + ".question", "condition-cycle"));
    }
  }

  private static boolean dependsOnItself(Question question, Map<String, Question> byId) {
    Set<String> seen = new HashSet<>();
    @Nullable Question at = question;
    while (at != null && at.shownIf() != null) {
      if (!seen.add(at.id())) {
        return true;
      }
      at = byId.get(at.shownIf().questionId());
    }
    return false;
  }
}
