package org.juxian.embeddedmongo;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the parts of the contract have in common: what an application may expect of MongoDB holds
 * for this server and for MongoDB itself.
 */
abstract class MongoContract {
  MongoClient client;
  MongoDatabase database;
  MongoCollection<Document> things;

  /** One for all tests: it is left open. */
  abstract MongoClient client();

  @BeforeEach
  void connect() {
    client = client();
    database = client.getDatabase("test_" + UUID.randomUUID().toString().replace("-", ""));
    things =
        database.getCollection("things").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  @AfterEach
  void forget() {
    database.drop();
  }

  static Document doc(String json) {
    return Document.parse(json);
  }

  static List<Integer> ids(Iterable<Document> documents) {
    List<Integer> ids = new ArrayList<>();
    documents.forEach(document -> ids.add(document.getInteger("_id")));
    return ids;
  }

  List<Integer> found(String query) {
    return found(doc(query));
  }

  List<Integer> found(Bson query) {
    return ids(things.find(query).sort(new Document("_id", 1)));
  }

  List<Document> aggregate(String... stages) {
    List<Document> pipeline = new ArrayList<>();
    for (String stage : stages) {
      pipeline.add(doc(stage));
    }
    return things.aggregate(pipeline).into(new ArrayList<>());
  }

  interface Racer {
    void run(int thread) throws Exception;
  }

  static void race(int threads, Racer racer) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<java.util.concurrent.Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  racer.run(thread);
                  return null;
                }));
      }
      start.countDown();
      for (var each : running) {
        each.get(60, TimeUnit.SECONDS);
      }
    }
  }
}
