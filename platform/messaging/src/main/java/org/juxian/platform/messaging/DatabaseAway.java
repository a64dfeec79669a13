package org.juxian.platform.messaging;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a service waits for a database that is away: while it serves, so short that it can still
 * say so before whoever asked gives up; while it starts, longer, for the database may be starting
 * too.
 */
final class DatabaseAway {

  private static final Logger log = LoggerFactory.getLogger(DatabaseAway.class);

  /** What the driver waits unless it is told otherwise. */
  private static final long DRIVERS = 30_000;

  private DatabaseAway() {}

  /** Waits no longer than this for a server; what the address itself says goes before it. */
  static void limit(MongoClientSettings.Builder settings, Duration limit) {
    settings.applyToClusterSettings(
        cluster -> {
          if (cluster.build().getServerSelectionTimeout(TimeUnit.MILLISECONDS) == DRIVERS) {
            cluster.serverSelectionTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
          }
        });
  }

  /** Returns as soon as the database answers; fails if it did not for so long. */
  static MongoDatabase awaited(MongoDatabase database, Duration patience, InstantSource clock) {
    Instant until = clock.instant().plus(patience);
    while (true) {
      try {
        database.runCommand(new Document("ping", 1));
        return database;
      } catch (MongoException away) {
        if (!clock.instant().isBefore(until)) {
          throw away;
        }
        log.info("Waiting for the database: {}", away.getClass().getSimpleName());
      }
    }
  }
}
