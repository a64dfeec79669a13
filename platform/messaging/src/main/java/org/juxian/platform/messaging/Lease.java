package org.juxian.platform.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.bson.Document;

/**
 * Lets one replica at a time do a piece of recurring work. It saves double work; it is no guard: a
 * replica that was paused may still believe that it holds the lease, so the work itself must bear
 * being done twice.
 */
public final class Lease {

  private final MongoCollection<Document> leases;
  private final String name;
  private final String owner;
  private final Duration length;
  private final InstantSource clock;
  private boolean ours;
  private Instant askAgainAt = Instant.MIN;

  /**
   * @param name the work
   * @param owner this replica
   * @param length how long it stays with an owner that does not renew it
   */
  public Lease(
      MongoDatabase database, String name, String owner, Duration length, InstantSource clock) {
    this.leases = database.getCollection("leases");
    this.name = name;
    this.owner = owner;
    this.length = length;
    this.clock = clock;
  }

  /**
   * Takes or renews the lease; asks the database only when a third of its length has passed, or a
   * twentieth where another has it: replicas that wait would ask at every turn of their work.
   */
  public synchronized boolean held() {
    Instant now = clock.instant();
    if (now.isBefore(askAgainAt)) {
      return ours;
    }
    try {
      leases.updateOne(
          and(eq("_id", name), or(eq("owner", owner), lte("until", Date.from(now)))),
          Updates.combine(
              Updates.set("owner", owner), Updates.set("until", Date.from(now.plus(length)))),
          new UpdateOptions().upsert(true));
      return answer(true, now.plus(length.dividedBy(3)));
    } catch (MongoWriteException taken) {
      return refused(taken, taken.getError().getCategory(), now);
    } catch (MongoCommandException taken) {
      return refused(taken, ErrorCategory.fromErrorCode(taken.getErrorCode()), now);
    }
  }

  private boolean refused(RuntimeException failure, ErrorCategory category, Instant now) {
    if (category != ErrorCategory.DUPLICATE_KEY) {
      answer(false, Instant.MIN);
      throw failure;
    }
    return answer(false, now.plus(length.dividedBy(20)));
  }

  private boolean answer(boolean held, Instant goodUntil) {
    ours = held;
    askAgainAt = goodUntil;
    return held;
  }
}
