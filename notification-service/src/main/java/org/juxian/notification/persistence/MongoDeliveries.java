package org.juxian.notification.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.notification.delivering.Deliveries;
import org.juxian.notification.delivering.Delivery;
import org.juxian.notification.delivering.Envelope;
import org.juxian.notification.delivering.Status;
import org.juxian.notification.notice.Kind;
import org.springframework.stereotype.Repository;

/**
 * Deliveries: one document each, whose id can be made only once; each step is one guarded write.
 */
@Repository
class MongoDeliveries implements Deliveries {

  private static final int DUPLICATE_KEY = 11000;
  private static final List<String> UNFINISHED =
      List.of(Status.QUEUED.name(), Status.SENDING.name());

  private static final List<String> ENDED =
      List.of(Status.SENT.name(), Status.SKIPPED.name(), Status.FAILED.name());

  /** Takes out what was said, and to which address. */
  static final Bson FORGET =
      Updates.combine(
          Updates.set("zh", new Document()),
          Updates.set("en", new Document()),
          Updates.unset("address"),
          Updates.unset("to"),
          Updates.unset("subject"),
          Updates.unset("text"),
          Updates.set("forgotten", true));

  private final MongoCollection<DeliveryDocument> documents;
  private final MongoCollection<Document> raw;

  MongoDeliveries(MongoDatabase database) {
    this.documents = database.getCollection("deliveries", DeliveryDocument.class);
    this.raw = database.getCollection("deliveries");
    documents.createIndex(Indexes.ascending("due"), new IndexOptions().name("due").sparse(true));
    documents.createIndex(
        Indexes.compoundIndex(Indexes.ascending("personId"), Indexes.descending("createdAt")),
        new IndexOptions().name("person"));
    documents.createIndex(
        Indexes.compoundIndex(Indexes.ascending("status"), Indexes.descending("createdAt")),
        new IndexOptions().name("status"));
  }

  @Override
  public void add(List<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return;
    }
    List<DeliveryDocument> added = deliveries.stream().map(DeliveryDocument::of).toList();
    try {
      documents.insertMany(added, new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException some) {
      if (some.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)
          || some.getWriteConcernError() != null) {
        throw some;
      }
    }
  }

  @Override
  public List<String> due(Instant now, int limit) {
    List<String> ids = new ArrayList<>();
    for (Document document :
        raw.find(lte("due", now))
            .sort(Sorts.ascending("due"))
            .projection(Projections.include("_id"))
            .limit(limit)) {
      ids.add(document.getString("_id"));
    }
    return ids;
  }

  @Override
  public Optional<Delivery> claim(String id, Instant now, Instant until) {
    return Optional.ofNullable(
            documents.findOneAndUpdate(
                and(eq("_id", id), in("status", UNFINISHED), lte("due", now)),
                Updates.combine(
                    Updates.set("status", Status.SENDING.name()),
                    Updates.set("due", until),
                    Updates.inc("attempts", 1)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
        .map(DeliveryDocument::delivery);
  }

  @Override
  public boolean begin(Delivery delivery) {
    return documents
            .updateOne(mine(delivery), Updates.set("begun", delivery.attempts()))
            .getMatchedCount()
        == 1;
  }

  @Override
  public boolean again(String id, Instant due) {
    Bson inDoubt =
        and(
            eq("_id", id),
            eq("status", Status.IN_DOUBT.name()),
            ne("kind", Kind.SIGN_IN_CODE.name()));
    Bson queued =
        Updates.combine(
            Updates.set("status", Status.QUEUED.name()),
            Updates.set("due", due),
            Updates.unset("finishedAt"),
            Updates.unset("detail"));
    return documents.updateOne(inDoubt, queued).getMatchedCount() == 1;
  }

  @Override
  public void finish(
      Delivery delivery,
      Status status,
      Instant at,
      @Nullable Envelope sent,
      @Nullable String detail) {
    List<Bson> updates = new ArrayList<>();
    updates.add(Updates.set("status", status.name()));
    updates.add(Updates.set("finishedAt", at));
    updates.add(Updates.unset("due"));
    updates.add(Updates.unset("begun"));
    if (detail != null) {
      updates.add(Updates.set("detail", detail));
    }
    if (sent != null) {
      updates.add(Updates.set("to", sent.to()));
      updates.add(Updates.set("text", sent.text()));
      if (sent.subject() != null) {
        updates.add(Updates.set("subject", sent.subject()));
      }
    }
    if (delivery.notice().kind() == Kind.SIGN_IN_CODE) {
      updates.add(Updates.set("zh", Map.of()));
      updates.add(Updates.set("en", Map.of()));
    }
    documents.updateOne(mine(delivery), Updates.combine(updates));
  }

  @Override
  public void postpone(Delivery delivery, Instant due, String reason) {
    documents.updateOne(
        mine(delivery),
        Updates.combine(
            Updates.set("status", Status.QUEUED.name()),
            Updates.set("due", due),
            Updates.unset("begun"),
            Updates.set("detail", reason)));
  }

  @Override
  public long forgetBefore(Instant moment) {
    raw.updateMany(
        and(eq("status", Status.IN_DOUBT.name()), lt("createdAt", moment)),
        Updates.set("status", Status.FAILED.name()));
    return raw.updateMany(
            and(in("status", ENDED), lt("createdAt", moment), exists("forgotten", false)), FORGET)
        .getModifiedCount();
  }

  /** The claim that this replica holds: another that took it over counts one attempt more. */
  private static Bson mine(Delivery delivery) {
    return and(
        eq("_id", delivery.id()),
        eq("status", Status.SENDING.name()),
        eq("attempts", delivery.attempts()));
  }
}
