package org.juxian.identity.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * What callers did, in the collection {@code callers}: one counter for each caller, kind of act and
 * hour. Counting and reading the count are one atomic write.
 */
@Repository
public class CallerStore {

  private final MongoCollection<Document> counters;

  CallerStore(MongoDatabase database) {
    this.counters = database.getCollection("callers");
    counters.createIndex(
        Indexes.ascending("until"),
        new IndexOptions().name("forget").expireAfter(0L, TimeUnit.SECONDS));
  }

  /**
   * Counts one more.
   *
   * @param act what is counted
   * @param caller who does it, in any words
   * @param until when this counter ends
   * @return how many there are now
   */
  public int count(String act, String caller, Instant until) {
    String id = id(act, caller, until);
    try {
      return increment(id, until);
    } catch (MongoCommandException refused) {
      if (ErrorCategory.fromErrorCode(refused.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) {
        throw refused;
      }
      // Another request made the counter at the same moment: now it is there.
      return increment(id, until);
    }
  }

  /** Takes one back. */
  public void uncount(String act, String caller, Instant until) {
    counters.updateOne(
        and(eq("_id", id(act, caller, until)), gt("count", 0)), Updates.inc("count", -1));
  }

  private int increment(String id, Instant until) {
    Document counted =
        counters.findOneAndUpdate(
            eq("_id", id),
            Updates.combine(
                Updates.inc("count", 1), Updates.setOnInsert("until", Date.from(until))),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    return Objects.requireNonNull(counted).getInteger("count");
  }

  private static String id(String act, String caller, Instant until) {
    return act + "/" + Hashes.nameOf(caller) + "/" + until.getEpochSecond();
  }
}
