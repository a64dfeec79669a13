package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Finds, across the collections, what is kept of one person, and lets go of it. */
@Repository
public class PersonalRecords {

  private static final int MOST = 2_000;
  private static final String NOBODY = "-";
  private static final List<String> HIDDEN =
      List.of("terms", "claim", "request", "requestBody", "keys");

  private static final Bson NAMELESS =
      Updates.combine(
          Updates.set("name", NOBODY),
          Updates.set("phone", NOBODY),
          Updates.set("answers", new Document()));

  private final MongoDatabase database;
  private final AnswerStore answers;

  PersonalRecords(MongoDatabase database, AnswerStore answers) {
    this.database = database;
    this.answers = answers;
    collection("answer-files").createIndex(new Document("personId", 1).append("at", 1));
  }

  /** The person's registrations, as they are stored. */
  public List<Map<String, Object>> registrations(String personId) {
    return read("registrations", "state", eq("state.personId", personId));
  }

  /** What the person answered. */
  public List<Map<String, Object>> answers(String personId) {
    return read("answers", "state", eq("state.personId", personId));
  }

  /** The files that the person brought, without their content. */
  public List<Map<String, Object>> files(String personId) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Document file :
        collection("answer-files")
            .find(eq("personId", personId))
            .projection(Projections.include("name", "type", "size", "at"))
            .limit(MOST)) {
      found.add(plain(file));
    }
    return found;
  }

  /** What lists that others sent say of the person. */
  public List<Map<String, Object>> lists(String personId) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Document row :
        collection("delegation-rows")
            .find(in("personId", selves(personId)))
            .projection(Projections.include("delegationId", "line", "name", "phone"))
            .limit(MOST)) {
      found.add(plain(row));
    }
    return found;
  }

  /**
   * Lets go of answers, files, and what lists and our copy say of the person, also as the guest
   * that they were before they had an account.
   */
  public void erase(String personId) {
    for (String self : selves(personId)) {
      collection("answer-files").deleteMany(eq("personId", self));
      answers.forget(self);
      collection("delegation-rows").updateMany(eq("personId", self), NAMELESS);
      collection("guests").updateOne(eq("_id", self), Updates.set("state.name", NOBODY));
    }
    collection("people").deleteOne(eq("_id", personId));
  }

  /** The person's account, and the guests that it has taken over from. */
  private List<String> selves(String personId) {
    List<String> selves = new ArrayList<>(List.of(personId));
    collection("guests")
        .find(eq("state.claimedBy", personId))
        .projection(Projections.include("_id"))
        .forEach(guest -> selves.add(guest.getString("_id")));
    return selves;
  }

  /** Lets go of what was answered for an event, and of the files. */
  public void forgetAnswers(String eventId) {
    List<String> files = answers.forgetEvent(eventId);
    if (!files.isEmpty()) {
      collection("answer-files").deleteMany(in("_id", files));
    }
  }

  /** Lets go of whom lists named for an event; how many lines they had stays. */
  public void forgetLists(String eventId) {
    List<String> lists = new ArrayList<>();
    collection("delegations")
        .find(eq("state.eventId", eventId))
        .projection(Projections.include("_id"))
        .forEach(list -> lists.add(list.getString("_id")));
    if (!lists.isEmpty()) {
      collection("delegation-rows")
          .updateMany(
              in("delegationId", lists), Updates.combine(NAMELESS, Updates.unset("personId")));
    }
  }

  private List<Map<String, Object>> read(String name, String part, Bson filter) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Document document :
        collection(name).find(filter).projection(Projections.include(part)).limit(MOST)) {
      found.add(plain(document.get(part, Document.class)));
    }
    return found;
  }

  /** As it becomes JSON: times as instants, and nothing of how we search and guard. */
  private static Map<String, Object> plain(Document document) {
    Map<String, Object> plain = new LinkedHashMap<>();
    document.forEach(
        (name, value) -> {
          if (!HIDDEN.contains(name)) {
            plain.put(
                name,
                switch (value) {
                  case Document inner -> plain(inner);
                  case java.util.Date time -> time.toInstant();
                  case null -> "";
                  default -> value;
                });
          }
        });
    return plain;
  }

  private MongoCollection<Document> collection(String name) {
    return database.getCollection(name);
  }
}
