package org.juxian.bench;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;

/** The rush into an empty database, and again with many registrations stored already. */
final class StoredScenario {

  /** All documents are in memory there. */
  private static final int DATABASE_HEAP = 4096;

  private static final int BATCH = 1_000;

  private final Path folder;
  private final int stored;

  StoredScenario(Path folder, int stored) {
    this.folder = folder;
    this.stored = stored;
  }

  void measure(int rounds) throws Exception {
    try (Stage stage = Stage.set(folder, Scenario.PEOPLE, DATABASE_HEAP)) {
      Main.warmUp(stage);
      Result empty = new Measurement(stage, Scenario.RUSH).take(rounds);
      System.out.println(empty);
      Duration took = fill(stage.registrations());
      System.out.printf("%,d registrations stored in %d s.%n", stored, took.toSeconds());
      stage.settle();
      Main.warmUp(stage);
      Result full = new Measurement(stage, Scenario.RUSH).take(rounds);
      System.out.println(full);
      System.out.printf(
          "p99 with %,d stored: %.2f times that of the empty database.%n",
          stored, full.all().percentile(0.99) / empty.all().percentile(0.99));
    }
  }

  private Duration fill(MongoCollection<BsonDocument> registrations) {
    long start = System.nanoTime();
    List<BsonDocument> batch = new ArrayList<>();
    for (int number = 0; number < stored; number++) {
      batch.add(StoredRegistrations.document(number));
      if (batch.size() == BATCH || number == stored - 1) {
        registrations.insertMany(batch);
        batch.clear();
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
