package org.juxian.registration.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.security.Caller;
import org.juxian.registration.answering.Answers;
import org.juxian.registration.questions.Fault;
import org.springframework.stereotype.Component;

/** Takes what people answer to the organiser's questions, however they come to a place. */
@Component
class GivenAnswers {

  private final Answers answers;

  GivenAnswers(Answers answers) {
    this.answers = answers;
  }

  /** Keeps the caller's answers, or names each that is wrong or missing. */
  void take(String eventId, Caller caller, @Nullable Map<String, @Nullable Object> given) {
    List<Fault> faults = answers.take(eventId, caller.personId(), given == null ? Map.of() : given);
    if (!faults.isEmpty()) {
      throw Faults.problem("answers.", faults);
    }
  }
}
