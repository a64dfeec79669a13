package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.DuplicateException;
import org.juxian.platform.messaging.Stored;
import org.juxian.registration.questions.Form;
import org.juxian.registration.questions.FormReader;
import org.juxian.registration.questions.PlainQuestion;
import org.springframework.stereotype.Repository;

/**
 * The forms of events, in the collection {@code forms}: each version is a document of its own that
 * is never written again. Its id is unique, so two people who both made the next version cannot
 * both store it.
 */
@Repository
public class FormStore {

  /** A version as it is stored; public for the driver's record codec. */
  public record FormDocument(
      String eventId,
      long version,
      List<PlainQuestion> questions,
      @Nullable Instant editableUntil,
      String by,
      Instant at) {}

  private static final int MOST_VERSIONS = 100;

  private final AggregateCollection<FormDocument> forms;

  FormStore(Aggregates aggregates) {
    this.forms =
        aggregates
            .open("forms", FormDocument.class)
            .withIndex(
                Indexes.ascending("state.eventId", "state.version"),
                new IndexOptions().name("version"));
  }

  /** The newest version; {@link Form#NONE} if there never was one. */
  public Form current(String eventId) {
    return first(eq("state.eventId", eventId)).orElse(Form.NONE);
  }

  /**
   * A version and where it comes from.
   *
   * @param by who made it
   */
  public record Version(Form form, String by, Instant at) {}

  /** All versions, the newest first; those beyond the first hundred are left out. */
  public List<Version> versions(String eventId) {
    return forms
        .find(
            eq("state.eventId", eventId),
            Sorts.descending("state.eventId", "state.version"),
            MOST_VERSIONS)
        .stream()
        .map(Stored::state)
        .map(one -> new Version(form(one), one.by(), one.at()))
        .toList();
  }

  /** Stores the next version; says whether nobody did before. */
  public boolean add(String eventId, Form form, String by, Instant at) {
    List<PlainQuestion> questions = form.questions().stream().map(PlainQuestion::of).toList();
    FormDocument document =
        new FormDocument(eventId, form.version(), questions, form.editableUntil(), by, at);
    try {
      forms.insert(id(eventId, form.version()), Change.silent(document), null);
      return true;
    } catch (DuplicateException _) {
      return false;
    }
  }

  private Optional<Form> first(Bson filter) {
    return forms.find(filter, Sorts.descending("state.eventId", "state.version"), 1).stream()
        .findFirst()
        .map(Stored::state)
        .map(FormStore::form);
  }

  private static Form form(FormDocument stored) {
    return switch (FormReader.read(stored.version(), stored.questions(), stored.editableUntil())) {
      case FormReader.Read.Sound(Form form) -> form;
      case FormReader.Read.Unsound(var faults) ->
          throw new IllegalStateException("a stored form is unsound: " + faults);
    };
  }

  private static String id(String eventId, long version) {
    return String.format(Locale.ROOT, "%s~%06d", eventId, version);
  }
}
