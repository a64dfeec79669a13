package org.juxian.platform.messaging;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * How many aggregates have messages waiting, and how long the oldest has waited; read when somebody
 * asks.
 */
final class OutboxMetrics {

  private static final Bson PENDING = Filters.gt("pendingSince", Date.from(Instant.EPOCH));

  private final List<MongoCollection<BsonDocument>> collections;
  private final InstantSource clock;

  OutboxMetrics(List<MongoCollection<BsonDocument>> collections, InstantSource clock) {
    this.collections = collections;
    this.clock = clock;
  }

  void register(MeterRegistry meters) {
    Gauge.builder("juxian.outbox.depth", this, OutboxMetrics::depth).register(meters);
    Gauge.builder("juxian.outbox.oldest.age", this, OutboxMetrics::oldestAge)
        .baseUnit("seconds")
        .register(meters);
  }

  private double depth() {
    try {
      return collections.stream().mapToLong(one -> one.countDocuments(PENDING)).sum();
    } catch (MongoException away) {
      return Double.NaN;
    }
  }

  private double oldestAge() {
    try {
      long now = clock.millis();
      return collections.stream()
          .map(one -> one.find(PENDING).sort(Sorts.ascending("pendingSince")).first())
          .filter(document -> document != null)
          .mapToDouble(document -> (now - document.getDateTime("pendingSince").getValue()) / 1000.0)
          .max()
          .orElse(0);
    } catch (MongoException away) {
      return Double.NaN;
    }
  }
}
