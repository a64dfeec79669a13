package org.juxian.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/**
 * Writers that remember what they were promised, and a check of a recovered server against that: no
 * acknowledged write lost, no unique key held twice, no document missing from an index.
 */
final class CrashLoad {
  private static final int WRITERS = 8;
  private static final Document WITH_PLACE = Document.parse("{place: {$exists: true}}");

  /** What one document was promised to be, and what an unanswered write may have made of it. */
  private record Promise(int version, boolean deleted, boolean pending) {}

  private final Map<String, Promise> promises = new ConcurrentHashMap<>();
  private final Map<Integer, String> places = new ConcurrentHashMap<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final Random seeds;
  private volatile boolean stopped;
  private int round;

  CrashLoad(long seed) {
    this.seeds = new Random(seed);
  }

  int acknowledged() {
    return acknowledged.get();
  }

  static void prepare(MongoClient client) {
    MongoCollection<Document> docs = docs(client);
    docs.createIndex(Indexes.ascending("owner", "version"));
    docs.createIndex(Indexes.ascending("unique"), new IndexOptions().unique(true));
    docs.createIndex(Indexes.ascending("tags"));
    docs.createIndex(
        Indexes.ascending("event", "place"),
        new IndexOptions().unique(true).partialFilterExpression(WITH_PLACE));
  }

  private static MongoCollection<Document> docs(MongoClient client) {
    return client.getDatabase("crash").getCollection("docs");
  }

  List<Thread> start(MongoClient client) {
    stopped = false;
    round++;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      Random random = new Random(seeds.nextLong());
      String owner = "r" + round + "w" + i;
      threads.add(Thread.ofVirtual().start(() -> write(docs(client), owner, random)));
    }
    return threads;
  }

  void stop() {
    stopped = true;
  }

  private void write(MongoCollection<Document> docs, String owner, Random random) {
    try {
      for (int i = 0; !stopped; i++) {
        String id = owner + "-" + random.nextInt(i / 2 + 1);
        Promise now = promises.get(id);
        if (now == null || now.deleted()) {
          insert(docs, id, owner, now == null ? 0 : now.version(), random);
        } else if (random.nextInt(8) == 0) {
          promises.put(id, new Promise(now.version(), false, true));
          docs.deleteOne(eq("_id", id));
          promises.put(id, new Promise(now.version(), true, false));
        } else {
          update(docs, id, now, random);
        }
        acknowledged.incrementAndGet();
      }
    } catch (MongoException e) {
      // the server is gone; what was not answered was not promised
    }
  }

  private void insert(
      MongoCollection<Document> docs, String id, String owner, int version, Random random) {
    int place = random.nextInt(5_000);
    Document document =
        new Document("_id", id)
            .append("owner", owner)
            .append("version", version + 1)
            .append("unique", id)
            .append("tags", List.of(random.nextInt(50), 100 + random.nextInt(50)))
            .append("filler", "x".repeat(random.nextInt(400)));
    if (random.nextBoolean()) {
      document.append("event", 1).append("place", place);
    }
    promises.put(id, new Promise(version, true, true));
    try {
      docs.insertOne(document);
    } catch (MongoWriteException e) {
      document.remove("place");
      docs.insertOne(document);
    }
    promises.put(id, new Promise(version + 1, false, false));
    if (document.containsKey("place")) {
      places.put(place, id);
    }
  }

  private void update(MongoCollection<Document> docs, String id, Promise now, Random random) {
    promises.put(id, new Promise(now.version(), false, true));
    docs.updateOne(
        and(eq("_id", id), eq("version", now.version())),
        Updates.combine(
            Updates.inc("version", 1), Updates.set("tags", List.of(random.nextInt(50)))));
    promises.put(id, new Promise(now.version() + 1, false, false));
  }

  /**
   * What is wrong with the recovered server; nothing, if it kept its promises. Takes what it finds
   * as promised anew.
   */
  List<String> check(MongoClient client) {
    List<String> wrong = new ArrayList<>();
    Map<String, Document> found = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Document document : docs(client).find()) {
      found.put(document.getString("_id"), document);
      if (document.containsKey("place") && !taken.add(document.getInteger("place"))) {
        wrong.add("place held twice: " + document);
      }
    }
    new TreeMap<>(promises)
        .forEach((id, promise) -> checkPromise(id, promise, found.get(id), wrong));
    checkIndexes(client, found, wrong);
    return wrong;
  }

  private void checkPromise(
      String id,
      Promise promise,
      @org.jspecify.annotations.Nullable Document document,
      List<String> wrong) {
    int version = document == null ? promise.version() : document.getInteger("version");
    boolean deleted = document == null;
    boolean asPromised = deleted == promise.deleted() && (deleted || version == promise.version());
    boolean oneFurther = promise.pending() && (deleted || version == promise.version() + 1);
    if (!asPromised && !oneFurther) {
      wrong.add(id + " was promised " + promise + " but is " + document);
    }
    promises.put(id, new Promise(version, deleted, false));
  }

  /** Whether each index leads to all documents that belong into it, by a query which it serves. */
  private static void checkIndexes(
      MongoClient client, Map<String, Document> found, List<String> wrong) {
    for (String query :
        List.of(
            "{_id: {$gte: ''}}",
            "{unique: {$gte: ''}}",
            "{owner: {$gte: ''}}",
            "{tags: {$gte: 0}}",
            "{event: 1, place: {$gte: 0}}")) {
      Set<String> missing = new HashSet<>(found.keySet());
      if (query.contains("place")) {
        missing.removeIf(id -> !found.get(id).containsKey("place"));
      }
      FindIterable<Document> search = docs(client).find(Document.parse(query));
      if (!search.explain().toJson().contains("IXSCAN")) {
        wrong.add("no index serves " + query);
      }
      search.forEach(document -> missing.remove(document.getString("_id")));
      missing.forEach(id -> wrong.add(id + " is not found by " + query));
    }
  }
}
