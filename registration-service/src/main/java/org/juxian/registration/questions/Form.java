package org.juxian.registration.questions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The questions of an event, in the order in which they are asked. Made by {@link FormReader},
 * which lets none through whose conditions are unsound.
 *
 * @param version 0 where nothing was ever asked
 * @param editableUntil until just before when answers may be corrected; until the event's start, if
 *     absent
 */
public record Form(long version, List<Question> questions, @Nullable Instant editableUntil) {

  /** Asks nothing. */
  public static final Form NONE = new Form(0, List.of(), null);

  public Form {
    questions = List.copyOf(questions);
  }

  public Optional<Question> question(String id) {
    return questions.stream().filter(question -> question.id().equals(id)).findFirst();
  }

  /** Without questions for files, which no list can answer. */
  public Form withoutFiles() {
    return new Form(
        version,
        questions.stream()
            .filter(question -> !(question.asks() instanceof Question.Asks.Upload))
            .toList(),
        editableUntil);
  }

  public boolean asksNothing() {
    return questions.isEmpty();
  }
}
