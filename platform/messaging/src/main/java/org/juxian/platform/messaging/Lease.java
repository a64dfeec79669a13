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
  private Instant renewAt = Instant.MIN;

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

  /** Takes or renews the lease; asks the database only when a third of its length has passed. */
  public synchronized boolean held() {
    Instant now = clock.instant();
    if (now.isBefore(renewAt)) {
      return true;
    }
    try {
      leases.updateOne(
          and(eq("_id", name), or(eq("owner", owner), lte("until", Date.from(now)))),
          Updates.combine(
              Updates.set("owner", owner), Updates.set("until", Date.from(now.plus(length)))),
          new UpdateOptions().upsert(true));
      renewAt = now.plus(length.dividedBy(3));
      return true;
    } catch (MongoWriteException taken) {
      return lost(taken, taken.getError().getCategory());
    } catch (MongoCommandException taken) {
      return lost(taken, ErrorCategory.fromErrorCode(taken.getErrorCode()));
    }
  }

  private boolean lost(RuntimeException refused, ErrorCategory category) {
    renewAt = Instant.MIN;
    if (category != ErrorCategory.DUPLICATE_KEY) {
      throw refused;
    }
    return false;
  }
}
