package org.juxian.registration.answering;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.AnswerFileStore;
import org.juxian.registration.persistence.AnswerStore;
import org.juxian.registration.persistence.AnswerStore.Kept;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.questions.Answer;
import org.juxian.registration.questions.Answering;
import org.juxian.registration.questions.Fault;
import org.juxian.registration.questions.Form;
import org.springframework.stereotype.Service;

/**
 * Keeps what people answer. Answers are stored before the registration is, so that nobody is
 * registered without them; where the registration is refused afterwards, they wait for the next
 * try.
 */
@Service
public class Answers {

  /** What became of a correction. */
  public enum Correction {
    DONE,
    STALE,
    TOO_LATE
  }

  private final Forms forms;
  private final AnswerStore store;
  private final AnswerFileStore files;
  private final RegistrationStore registrations;
  private final InstantSource clock;

  Answers(
      Forms forms,
      AnswerStore store,
      AnswerFileStore files,
      RegistrationStore registrations,
      InstantSource clock) {
    this.forms = forms;
    this.store = store;
    this.files = files;
    this.registrations = registrations;
    this.clock = clock;
  }

  /**
   * Takes the answers that come with a wish to register. Who is registered already changes nothing
   * by asking again.
   *
   * @return what is wrong; nothing is stored then
   */
  public List<Fault> take(
      String eventId, String personId, Map<String, ? extends @Nullable Object> given) {
    Form form = forms.current(eventId);
    if ((form.asksNothing() && given.isEmpty())
        || registrations.standing(eventId, personId).isPresent()) {
      return List.of();
    }
    return switch (check(form, personId, given)) {
      case Answering.Outcome.Refused(var faults) -> faults;
      case Answering.Outcome.Accepted(var answers) -> {
        put(eventId, personId, form.version(), answers);
        yield List.of();
      }
    };
  }

  /** Holds answers against the form; stores nothing. */
  public Answering.Outcome check(
      Form form, String personId, Map<String, ? extends @Nullable Object> given) {
    return Answering.check(form, given, fileId -> files.typeOf(fileId, personId));
  }

  /** Stores answers that were found good, whatever was answered before. */
  public void put(String eventId, String personId, long formVersion, Map<String, Answer> answers) {
    attach(answers);
    boolean done = false;
    while (!done) {
      long version = store.find(eventId, personId).version();
      done = store.put(eventId, personId, version, formVersion, answers, now());
    }
  }

  /** What is asked now, straight from the database. */
  public Form formOf(String eventId) {
    return forms.latest(eventId);
  }

  public Kept find(String eventId, String personId) {
    return store.find(eventId, personId);
  }

  /** Replaces answers while that is allowed, unless they are not the ones that were seen. */
  public Correction correct(
      Event event, String personId, Form form, long seen, Map<String, Answer> answers) {
    if (!now().isBefore(editableUntil(event, form))) {
      return Correction.TOO_LATE;
    }
    attach(answers);
    return store.put(event.id(), personId, seen, form.version(), answers, now())
        ? Correction.DONE
        : Correction.STALE;
  }

  /** Until when answers may be corrected. */
  public static Instant editableUntil(Event event, Form form) {
    Instant until = form.editableUntil();
    return until == null ? event.startsAt() : until;
  }

  private void attach(Map<String, Answer> answers) {
    files.attach(
        answers.values().stream()
            .filter(Answer.Upload.class::isInstance)
            .map(answer -> ((Answer.Upload) answer).fileId())
            .toList());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
