package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.privacy.Trace;
import org.springframework.stereotype.Repository;

/** Who saw or changed what, in the collection {@code audit}; entries are only added. */
@Repository
public class AuditStore {

  private final MongoCollection<Document> traces;

  AuditStore(MongoDatabase database) {
    this.traces = database.getCollection("audit");
    traces.createIndex(Indexes.ascending("eventId", "_id"), new IndexOptions().name("event"));
    traces.createIndex(Indexes.ascending("at"), new IndexOptions().name("age"));
  }

  public void add(Trace trace) {
    traces.insertOne(
        new Document("_id", trace.id())
            .append("eventId", trace.eventId())
            .append("actorId", trace.actorId())
            .append("action", trace.action())
            .append("subject", trace.subject())
            .append("detail", trace.detail())
            .append("at", Date.from(trace.at())));
  }

  /** Adds it unless one of this id is there. */
  public void addOnce(Trace trace) {
    try {
      add(trace);
    } catch (MongoWriteException refused) {
      if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw refused;
      }
    }
  }

  /** Newest first. */
  public List<Trace> of(String eventId, @Nullable String before, int limit) {
    Bson event = eq("eventId", eventId);
    List<Trace> found = new ArrayList<>();
    for (Document trace :
        traces
            .find(before == null ? event : and(event, lt("_id", before)))
            .sort(Sorts.descending("_id"))
            .limit(limit)) {
      found.add(
          new Trace(
              trace.getString("_id"),
              trace.getString("eventId"),
              trace.getString("actorId"),
              trace.getString("action"),
              trace.getString("subject"),
              trace.getString("detail"),
              trace.getDate("at").toInstant()));
    }
    return found;
  }

  /** Lets go of what is older; says how many. */
  public long forgetBefore(Instant time) {
    return traces.deleteMany(lt("at", Date.from(time))).getDeletedCount();
  }
}
