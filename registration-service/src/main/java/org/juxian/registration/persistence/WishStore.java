package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.privacy.Wish;
import org.springframework.stereotype.Repository;

/**
 * What people asked of their own data, in the collection {@code wishes}; what services exported for
 * them, in {@code exports}, one document for each wish and service.
 */
@Repository
public class WishStore {

  /** A wish as it is stored; public for the driver's record codec. */
  public record WishDocument(
      String personId, Wish.Kind kind, Instant at, Map<String, Instant> answers) {}

  private final AggregateCollection<WishDocument> wishes;
  private final MongoCollection<Document> exports;

  WishStore(Aggregates aggregates, MongoDatabase database) {
    this.wishes =
        aggregates
            .open("wishes", WishDocument.class)
            .withIndex(
                Indexes.ascending("state.personId", "_id"), new IndexOptions().name("person"));
    this.exports = database.getCollection("exports");
    exports.createIndex(Indexes.ascending("wishId"), new IndexOptions().name("wish"));
    exports.createIndex(Indexes.ascending("at"), new IndexOptions().name("age"));
  }

  public void add(Wish wish, List<Outgoing> messages) {
    wishes.insert(wish.id(), new Change<>(document(wish, wish.answers()), messages), null);
  }

  public Optional<Wish> find(String id) {
    return wishes.find(id).map(WishStore::wish);
  }

  /** A person's wishes, newest first. */
  public List<Wish> of(String personId, int limit) {
    return wishes.find(eq("state.personId", personId), Sorts.descending("_id"), limit).stream()
        .map(WishStore::wish)
        .toList();
  }

  /** A service has answered; what it exported was kept before. */
  public void answered(String id, String service, Instant at) {
    Optional<Wish> wish = find(id);
    while (wish.isPresent() && !wish.get().answers().containsKey(service)) {
      Map<String, Instant> answers = new LinkedHashMap<>(wish.get().answers());
      answers.put(service, at);
      WishDocument next = document(wish.get(), answers);
      if (wishes.update(new Stored<>(id, wish.get().version(), next), Change.silent(next), null)
          == Written.DONE) {
        return;
      }
      wish = find(id);
    }
  }

  /** Keeps what a service exported, as JSON. */
  public void keep(String wishId, String service, String json, Instant at) {
    exports.replaceOne(
        eq("_id", wishId + "~" + service),
        new Document("wishId", wishId)
            .append("service", service)
            .append("json", json)
            .append("at", Date.from(at)),
        new ReplaceOptions().upsert(true));
  }

  /** What services exported, as JSON by service. */
  public Map<String, String> exported(String wishId) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Document one : exports.find(and(eq("wishId", wishId)))) {
      found.put(one.getString("service"), one.getString("json"));
    }
    return found;
  }

  /** Lets go of exports that are older; says how many. */
  public long forgetExportsBefore(Instant time) {
    return exports.deleteMany(lt("at", Date.from(time))).getDeletedCount();
  }

  private static WishDocument document(Wish wish, Map<String, Instant> answers) {
    return new WishDocument(wish.personId(), wish.kind(), wish.at(), answers);
  }

  private static Wish wish(Stored<WishDocument> stored) {
    WishDocument state = stored.state();
    return new Wish(
        stored.id(), stored.version(), state.personId(), state.kind(), state.at(), state.answers());
  }
}
