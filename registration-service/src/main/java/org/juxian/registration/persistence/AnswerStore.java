package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.DuplicateException;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.questions.Answer;
import org.springframework.stereotype.Repository;

/**
 * What people answered, one document for each person and event, in the collection {@code answers}.
 * It is apart from the registration, so that it outlasts each of its states.
 */
@Repository
public class AnswerStore {

  /** One answer as it is stored. */
  public record AnswerDocument(String kind, @Nullable String text, @Nullable List<String> options) {

    static AnswerDocument of(Answer answer) {
      return switch (answer) {
        case Answer.Words(String text) -> new AnswerDocument("text", text, null);
        case Answer.Chosen(var options) -> new AnswerDocument("choice", null, options);
        case Answer.Figure(var value) -> new AnswerDocument("number", value.toPlainString(), null);
        case Answer.Day(var day) -> new AnswerDocument("date", day.toString(), null);
        case Answer.Upload(String fileId) -> new AnswerDocument("file", fileId, null);
        case Answer.Consent(boolean given) ->
            new AnswerDocument("consent", Boolean.toString(given), null);
      };
    }

    Answer toAnswer() {
      String value = text == null ? "" : text;
      return switch (kind) {
        case "choice" -> new Answer.Chosen(options == null ? List.of() : options);
        case "number" -> new Answer.Figure(new BigDecimal(value));
        case "date" -> new Answer.Day(LocalDate.parse(value));
        case "file" -> new Answer.Upload(value);
        case "consent" -> new Answer.Consent(Boolean.parseBoolean(value));
        default -> new Answer.Words(value);
      };
    }
  }

  /** A person's answers as they are stored; public for the driver's record codec. */
  public record AnswersDocument(
      String eventId,
      String personId,
      long formVersion,
      Map<String, AnswerDocument> answers,
      Instant at) {}

  /**
   * A person's answers.
   *
   * @param version 0 where there are none
   * @param formVersion which version of the form they answer
   */
  public record Kept(long version, long formVersion, Map<String, Answer> answers) {

    static final Kept NONE = new Kept(0, 0, Map.of());
  }

  private static final int MOST = 1_000;

  private final AggregateCollection<AnswersDocument> answers;

  AnswerStore(Aggregates aggregates) {
    this.answers =
        aggregates
            .open("answers", AnswersDocument.class)
            .withIndex(Indexes.ascending("state.personId"), new IndexOptions().name("person"));
  }

  public Kept find(String eventId, String personId) {
    return answers.find(id(eventId, personId)).map(AnswerStore::kept).orElse(Kept.NONE);
  }

  /** The answers of several people, by person; those without any are left out. */
  public Map<String, Kept> of(String eventId, Collection<String> personIds) {
    Map<String, Kept> found = new HashMap<>();
    if (!personIds.isEmpty()) {
      List<String> ids = personIds.stream().distinct().map(one -> id(eventId, one)).toList();
      answers
          .find(in("_id", ids), null, ids.size())
          .forEach(stored -> found.put(stored.state().personId(), kept(stored)));
    }
    return found;
  }

  /** Stores the answers if those at hand are still of this version; says whether it did. */
  public boolean put(
      String eventId,
      String personId,
      long expected,
      long formVersion,
      Map<String, Answer> given,
      Instant at) {
    Map<String, AnswerDocument> documents = new LinkedHashMap<>();
    given.forEach((question, answer) -> documents.put(question, AnswerDocument.of(answer)));
    Change<AnswersDocument> change =
        Change.silent(new AnswersDocument(eventId, personId, formVersion, documents, at));
    String id = id(eventId, personId);
    if (expected > 0) {
      return answers.update(new Stored<>(id, expected, change.state()), change, null)
          == Written.DONE;
    }
    try {
      answers.insert(id, change, null);
      return true;
    } catch (DuplicateException _) {
      return false;
    }
  }

  /** Gives another id of the same person the answers, unless that one has answers. */
  public void copy(String eventId, String from, String to) {
    answers
        .find(id(eventId, from))
        .map(Stored::state)
        .ifPresent(
            found -> {
              AnswersDocument copy =
                  new AnswersDocument(
                      eventId, to, found.formVersion(), found.answers(), found.at());
              try {
                answers.insert(id(eventId, to), Change.silent(copy), null);
              } catch (DuplicateException _) {
                // that one answered already
              }
            });
  }

  /** Lets go of all that a person ever answered. */
  public void forget(String personId) {
    answers
        .find(eq("state.personId", personId), null, MOST)
        .forEach(stored -> answers.remove(stored.id(), stored.version()));
  }

  /** Lets go of all that was answered for an event; says which files it referred to. */
  public List<String> forgetEvent(String eventId) {
    List<String> files = new ArrayList<>();
    List<Stored<AnswersDocument>> chunk;
    do {
      chunk = answers.find(and(gte("_id", eventId + "~"), lt("_id", eventId + "~~")), null, MOST);
      for (Stored<AnswersDocument> stored : chunk) {
        stored
            .state()
            .answers()
            .values()
            .forEach(
                answer -> {
                  if (answer.kind().equals("file") && answer.text() != null) {
                    files.add(answer.text());
                  }
                });
        answers.remove(stored.id(), stored.version());
      }
    } while (chunk.size() == MOST);
    return files;
  }

  private static Kept kept(Stored<AnswersDocument> stored) {
    Map<String, Answer> found = new LinkedHashMap<>();
    stored.state().answers().forEach((id, answer) -> found.put(id, answer.toAnswer()));
    return new Kept(stored.version(), stored.state().formVersion(), found);
  }

  private static String id(String eventId, String personId) {
    return eventId + "~" + personId;
  }
}
