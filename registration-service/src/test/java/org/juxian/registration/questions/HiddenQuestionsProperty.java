package org.juxian.registration.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever is asked and answered: a hidden question neither demands an answer nor keeps one, and a
 * shown one that is required has one or is named. What is shown is worked out here once more, the
 * slow way: hide again and again until nothing changes.
 */
class HiddenQuestionsProperty {

  @Property(tries = 500, seed = "20261124")
  void a_hidden_question_never_demands_or_keeps_an_answer(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
    Random random = new Random(seed);
    Form form = form(random, size);
    Map<String, Object> given = answers(random, form);
    Set<String> shown = shown(form, given);
    switch (Answering.check(form, given, _ -> Optional.empty())) {
      case Answering.Outcome.Accepted(var kept) -> {
        assertThat(shown).containsAll(kept.keySet());
        for (Question question : form.questions()) {
          if (question.required() && shown.contains(question.id())) {
            assertThat(kept).containsKey(question.id());
          }
          if (shown.contains(question.id()) && isSound(question, given.get(question.id()))) {
            assertThat(kept).containsKey(question.id());
          }
        }
      }
      case Answering.Outcome.Refused(var faults) -> {
        assertThat(shown).containsAll(faults.stream().map(Fault::path).toList());
        assertThat(faults).isNotEmpty();
      }
    }
  }

  /** Conditions name any other question, before or behind; those with a cycle are made again. */
  private static Form form(Random random, int size) {
    while (true) {
      List<PlainQuestion> written = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        PlainQuestion question =
            random.nextBoolean()
                ? FormFixture.choice("q" + i, random.nextBoolean(), random.nextBoolean(), "a", "b")
                : FormFixture.consent("q" + i, random.nextInt(4) == 0);
        int other = random.nextInt(size);
        written.add(
            other == i || random.nextInt(3) == 0
                ? question
                : FormFixture.only(question, "q" + other, random.nextBoolean() ? "a" : "true"));
      }
      if (FormReader.read(1, written, null) instanceof FormReader.Read.Sound(Form form)) {
        return form;
      }
      size = Math.max(1, size - random.nextInt(2));
    }
  }

  private static Map<String, Object> answers(Random random, Form form) {
    Map<String, Object> given = new HashMap<>();
    for (Question question : form.questions()) {
      List<Object> some = List.of("a", "b", List.of("a", "b"), true, false, "", "c", 7);
      if (random.nextInt(4) > 0) {
        given.put(question.id(), some.get(random.nextInt(random.nextBoolean() ? 5 : some.size())));
      }
    }
    return given;
  }

  private static Set<String> shown(Form form, Map<String, Object> given) {
    Set<String> shown = new HashSet<>(form.questions().stream().map(Question::id).toList());
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Question question : form.questions()) {
        Question.Condition condition = question.shownIf();
        if (condition != null
            && shown.contains(question.id())
            && !(shown.contains(condition.questionId())
                && holds(form, condition, given.get(condition.questionId())))) {
          shown.remove(question.id());
          changed = true;
        }
      }
    }
    return shown;
  }

  private static boolean holds(Form form, Question.Condition condition, Object answer) {
    Question other = form.question(condition.questionId()).orElseThrow();
    if (!isSound(other, answer)) {
      return false;
    }
    List<?> marks = answer instanceof List<?> list ? list : List.of(String.valueOf(answer));
    return condition.anyOf().stream().anyMatch(marks::contains);
  }

  private static boolean isSound(Question question, Object answer) {
    if (question.asks() instanceof Question.Asks.Choice choice) {
      boolean one = "a".equals(answer) || "b".equals(answer);
      return one || (choice.many() && answer instanceof List<?>);
    }
    return answer instanceof Boolean given && (given || !question.required());
  }
}
