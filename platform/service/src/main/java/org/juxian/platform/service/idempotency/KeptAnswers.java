package org.juxian.platform.service.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Answers kept for 24 hours, one document for each caller, path and key. A request that is being
 * handled holds its key for a minute; if its service dies, the next try takes the key over after
 * that.
 */
final class KeptAnswers {

  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration HANDLING = Duration.ofMinutes(1);

  /** What is known of a key. */
  sealed interface Claim {

    /** Nobody has used it: handle the request. */
    record Mine() implements Claim {}

    /** Another request with it is being handled. */
    record InFlight() implements Claim {}

    /** It was used for another body. */
    record Mismatch() implements Claim {}

    /** It was answered so. */
    record Answered(Answer answer) implements Claim {}
  }

  /** An answer as it went out. */
  record Answer(int status, Map<String, String> headers, Binary body) {}

  private final MongoCollection<Document> answers;
  private final InstantSource clock;

  KeptAnswers(MongoDatabase database, InstantSource clock) {
    this.answers = database.getCollection("idempotency");
    this.clock = clock;
    answers.createIndex(
        Indexes.ascending("expires"),
        new IndexOptions().name("expiry").expireAfter(0L, TimeUnit.SECONDS));
  }

  Claim claim(String id, String bodyHash) {
    Instant now = clock.instant();
    Document mine =
        new Document("_id", id)
            .append("hash", bodyHash)
            .append("until", Date.from(now.plus(HANDLING)))
            .append("expires", Date.from(now.plus(KEPT)));
    try {
      answers.insertOne(mine);
      return new Claim.Mine();
    } catch (MongoWriteException refused) {
      if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw refused;
      }
    }
    return known(id, mine, now);
  }

  private Claim known(String id, Document mine, Instant now) {
    boolean takenOver =
        answers
                .replaceOne(
                    and(
                        eq("_id", id),
                        or(
                            lt("expires", Date.from(now)),
                            and(eq("status", null), lt("until", Date.from(now))))),
                    mine)
                .getModifiedCount()
            == 1;
    if (takenOver) {
      return new Claim.Mine();
    }
    Document kept = answers.find(eq("_id", id)).first();
    if (kept == null) {
      return new Claim.InFlight();
    }
    if (!kept.getString("hash").equals(mine.getString("hash"))) {
      return new Claim.Mismatch();
    }
    Integer status = kept.getInteger("status");
    return status == null
        ? new Claim.InFlight()
        : new Claim.Answered(
            new Answer(
                status,
                kept.get("headers", Document.class).entrySet().stream()
                    .collect(
                        java.util.stream.Collectors.toMap(
                            Map.Entry::getKey, header -> String.valueOf(header.getValue()))),
                kept.get("body", Binary.class)));
  }

  void keep(String id, Answer answer) {
    answers.updateOne(
        eq("_id", id),
        Updates.combine(
            Updates.set("status", answer.status()),
            Updates.set("headers", new Document(answer.headers())),
            Updates.set("body", answer.body())));
  }

  void forget(String id) {
    answers.deleteOne(eq("_id", id));
  }
}
