package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.fanout.FanOut;
import org.springframework.stereotype.Repository;

/**
 * The fan-outs that are not finished, in the collection {@code fanouts}; finished ones stay,
 * marked.
 */
@Repository
public class FanOutStore {

  private final MongoCollection<Document> fanOuts;

  FanOutStore(MongoDatabase database) {
    this.fanOuts = database.getCollection("fanouts");
    fanOuts.createIndex(Indexes.ascending("done", "due"), new IndexOptions().name("due"));
  }

  /** Keeps a fan-out to be done, unless one with its id was kept before. */
  public void add(FanOut fanOut) {
    try {
      fanOuts.insertOne(
          new Document("_id", fanOut.id())
              .append("eventId", fanOut.eventId())
              .append("what", fanOut.what().name())
              .append("changes", fanOut.changes())
              .append("startsAt", date(fanOut.startsAt()))
              .append("since", Date.from(fanOut.since()))
              .append("due", Date.from(fanOut.since()))
              .append("done", false));
    } catch (MongoWriteException refused) {
      if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw refused;
      }
    }
  }

  /** The one that has waited longest, if one is due. */
  public Optional<FanOut> due(Instant now) {
    return Optional.ofNullable(
            fanOuts
                .find(and(eq("done", false), lte("due", Date.from(now))))
                .sort(Sorts.ascending("due"))
                .first())
        .map(FanOutStore::fanOut);
  }

  /** Everything up to this registration has heard. */
  public void reached(FanOut fanOut, String registrationId) {
    fanOuts.updateOne(eq("_id", fanOut.id()), Updates.set("after", registrationId));
  }

  /** Goes on later from where it is. */
  public void putOff(FanOut fanOut, Instant due) {
    fanOuts.updateOne(eq("_id", fanOut.id()), Updates.set("due", Date.from(due)));
  }

  /** Starts over later. */
  public void again(FanOut fanOut, Instant due) {
    fanOuts.updateOne(
        eq("_id", fanOut.id()),
        Updates.combine(Updates.unset("after"), Updates.set("due", Date.from(due))));
  }

  /** Everybody has heard. */
  public void done(FanOut fanOut) {
    fanOuts.updateOne(eq("_id", fanOut.id()), Updates.set("done", true));
  }

  private static FanOut fanOut(Document found) {
    Date startsAt = found.getDate("startsAt");
    List<String> changes = found.getList("changes", String.class);
    return new FanOut(
        found.getString("_id"),
        found.getString("eventId"),
        FanOut.What.valueOf(found.getString("what")),
        changes == null ? List.of() : changes,
        startsAt == null ? null : startsAt.toInstant(),
        found.getDate("since").toInstant(),
        found.getString("after"));
  }

  private static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }
}
