package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.delegation.DelegationRow;
import org.juxian.registration.delegation.DelegationRow.State;
import org.juxian.registration.persistence.AnswerStore.AnswerDocument;
import org.juxian.registration.questions.Answer;
import org.springframework.stereotype.Repository;

/**
 * The people of delegations, one document each, in the collection {@code delegation-rows}. They are
 * stored before their delegation is, so that whoever finds the delegation finds all of them.
 */
@Repository
public class DelegationRowStore {

  /** A row as it is stored; public for the driver's record codec. */
  public record RowDocument(
      @BsonId String id,
      String delegationId,
      int line,
      String name,
      String phone,
      @Nullable String personId,
      Map<String, AnswerDocument> answers,
      State state,
      @Nullable String registrationId) {}

  private final MongoCollection<RowDocument> rows;

  DelegationRowStore(MongoDatabase database) {
    this.rows = database.getCollection("delegation-rows", RowDocument.class);
    rows.createIndex(
        Indexes.ascending("delegationId", "state", "line"), new IndexOptions().name("state"));
    rows.createIndex(Indexes.ascending("delegationId", "line"), new IndexOptions().name("line"));
    rows.createIndex(Indexes.ascending("personId"), new IndexOptions().name("person"));
  }

  public void add(List<DelegationRow> all) {
    rows.insertMany(all.stream().map(DelegationRowStore::document).toList());
  }

  /** Takes away those of a list that was not kept. */
  public void remove(String delegationId) {
    rows.deleteMany(eq("delegationId", delegationId));
  }

  /** Those in a state, by line. */
  public List<DelegationRow> inState(String delegationId, State state, int limit) {
    return read(and(eq("delegationId", delegationId), eq("state", state.name())), limit);
  }

  /** All of them, by line. */
  public List<DelegationRow> of(String delegationId, int after, int limit) {
    return read(and(eq("delegationId", delegationId), gt("line", after)), limit);
  }

  public Optional<DelegationRow> find(String delegationId, int line) {
    return read(and(eq("delegationId", delegationId), eq("line", line)), 1).stream().findFirst();
  }

  public int count(String delegationId, State... states) {
    List<String> names = List.of(states).stream().map(State::name).toList();
    return Math.toIntExact(
        rows.countDocuments(and(eq("delegationId", delegationId), in("state", names))));
  }

  /** The person has a place. Changes nothing for who is further. */
  public void held(DelegationRow row, String personId, String registrationId) {
    rows.updateOne(
        and(eq("_id", id(row.delegationId(), row.line())), eq("state", State.WAITING.name())),
        Updates.combine(
            Updates.set("state", State.HELD.name()),
            Updates.set("personId", personId),
            Updates.set("registrationId", registrationId)));
  }

  /** The person was told. */
  public void told(DelegationRow row) {
    rows.updateOne(
        eq("_id", id(row.delegationId(), row.line())), Updates.set("state", State.TOLD.name()));
  }

  /** Another person has this row's place now. */
  public void substituted(DelegationRow row, String name, String phone, String personId) {
    rows.updateOne(
        eq("_id", id(row.delegationId(), row.line())),
        Updates.combine(
            Updates.set("name", name),
            Updates.set("phone", phone),
            Updates.set("personId", personId)));
  }

  private List<DelegationRow> read(Bson filter, int limit) {
    List<DelegationRow> found = new ArrayList<>();
    for (RowDocument document :
        rows.find(filter).sort(Sorts.ascending("line")).limit(limit).batchSize(limit)) {
      found.add(row(document));
    }
    return found;
  }

  private static RowDocument document(DelegationRow row) {
    Map<String, AnswerDocument> answers = new LinkedHashMap<>();
    row.answers().forEach((question, answer) -> answers.put(question, AnswerDocument.of(answer)));
    return new RowDocument(
        id(row.delegationId(), row.line()),
        row.delegationId(),
        row.line(),
        row.name(),
        row.phone(),
        row.personId(),
        answers,
        row.state(),
        row.registrationId());
  }

  private static DelegationRow row(RowDocument document) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    document.answers().forEach((question, answer) -> answers.put(question, answer.toAnswer()));
    return new DelegationRow(
        document.delegationId(),
        document.line(),
        document.name(),
        document.phone(),
        document.personId(),
        answers,
        document.state(),
        document.registrationId());
  }

  private static String id(String delegationId, int line) {
    return String.format(Locale.ROOT, "%s~%07d", delegationId, line);
  }
}
