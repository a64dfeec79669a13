package org.juxian.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.ValidationOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.bson.BsonUndefined;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.health.MongoHealthIndicator;

/**
 * What this server does in its own way: its choice of index, its refusals, its sign-in, its expiry.
 */
class ServerTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T00:00:00Z"));
  private EmbeddedMongo server;
  private MongoClient client;
  private MongoDatabase database;
  private MongoCollection<Document> things;

  ServerTest() {
    server =
        EmbeddedMongo.open(
            Options.inMemory().withSweepEvery(Duration.ofMillis(50)).withClock(now::get));
    client = MongoClients.create(server.connectionString());
    database = client.getDatabase("db");
    things = database.getCollection("things");
  }

  @BeforeEach
  void fill() {
    List<Document> many = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      many.add(
          new Document("_id", i)
              .append("event", i % 4)
              .append("at", 5_000 - i)
              .append("tags", List.of(i, -i)));
    }
    things.insertMany(many);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  // ---- the choice of index

  @Test
  void aPageIsReadFromTheIndexAndNoFurther() {
    things.createIndex(doc("{event: 1, _id: 1}"), new IndexOptions().name("paging"));
    Document stats = explain("{event: 1, _id: {$gt: 101}}", "{_id: 1}", 50);
    assertThat(stats.toJson()).contains("paging").doesNotContain("SORT");
    assertThat(stats.get("executionStats", Document.class).getInteger("totalDocsExamined"))
        .isEqualTo(50);
  }

  @Test
  void aSortBackwardReadsTheIndexBackward() {
    things.createIndex(doc("{event: 1, at: -1}"), new IndexOptions().name("i"));
    Document stats = explain("{event: 1}", "{at: 1}", 5);
    assertThat(stats.toJson()).contains("backward").doesNotContain("SORT");
    assertThat(examined(stats)).isEqualTo(5);
    assertThat(things.find(doc("{event: 1}")).sort(doc("{at: 1}")).first().getInteger("_id"))
        .isEqualTo(1_997);
  }

  @Test
  void theRelayFindsItsDocumentsThroughThePartialIndex() {
    things.createIndex(
        doc("{at: 1}"),
        new IndexOptions()
            .name("outbox")
            .partialFilterExpression(doc("{'outbox.0': {$exists: true}}")));
    things.updateOne(doc("{_id: 77}"), doc("{$push: {outbox: {id: 1}}}"));
    Document stats = explain("{'outbox.0': {$exists: true}}", "{at: 1}", 100);
    assertThat(stats.toJson()).contains("outbox");
    assertThat(examined(stats)).isEqualTo(1);
    Document byId = explain("{'outbox.0': {$exists: true}}", "{_id: 1}", 100);
    assertThat(examined(byId)).isEqualTo(1);
  }

  @Test
  void aPartialIndexIsNotUsedForAQueryThatAsksForMore() {
    things.createIndex(
        doc("{event: 1}"), new IndexOptions().partialFilterExpression(doc("{at: {$gt: 4000}}")));
    assertThat(explain("{event: 1}", "{}", 0).toJson()).contains("COLLSCAN");
    assertThat(explain("{event: 1, at: 4100}", "{}", 0).toJson()).contains("IXSCAN");
    assertThat(explain("{event: 1, at: {$gt: 4000}}", "{}", 0).toJson()).contains("IXSCAN");
  }

  @Test
  void inAndRangesReadOnlyTheirKeys() {
    things.createIndex(doc("{event: 1, at: 1}"));
    assertThat(examined(explain("{event: {$in: [1, 2, 9]}, at: {$gte: 4990}}", "{}", 0)))
        .isEqualTo(6);
    assertThat(examined(explain("{event: 3, at: {$gt: 3100, $lte: 3110}}", "{}", 0))).isEqualTo(3);
  }

  @Test
  void eachAlternativeHasItsIndex() {
    things.createIndex(doc("{event: 1, at: 1}"));
    things.createIndex(doc("{tags: 1}"));
    Document explained = explain("{$or: [{event: 1, at: 4999}, {tags: -7}, {_id: 9}]}", "{}", 0);
    assertThat(explained.toJson()).contains("\"OR\"").doesNotContain("COLLSCAN");
    assertThat(examined(explained)).isEqualTo(3);
    assertThat(explain("{$or: [{event: 1}, {other: 1}]}", "{}", 0).toJson()).contains("COLLSCAN");
  }

  @Test
  void theIdWithFurtherConditionsReadsOneDocument() {
    assertThat(examined(explain("{_id: 5, event: 1, tags: {$ne: 9}}", "{}", 0))).isEqualTo(1);
  }

  @Test
  void countingAnIndexedEqualityReadsNoDocument() {
    things.createIndex(doc("{event: 1, at: 1}"));
    List<Plan> plans =
        new Planner(
                Queries.parse(new de.bwaldvogel.mongo.bson.Document("event", 1)),
                new de.bwaldvogel.mongo.bson.Document())
            .choose(List.of(new OrderedIndex(IndexSpec.parse(index("event")))));
    assertThat(plans).singleElement().matches(Plan::exact);
    assertThat(things.countDocuments(doc("{event: 1}"))).isEqualTo(500);
    assertThat(things.countDocuments(doc("{event: 1, at: {$gt: 4000}}"))).isEqualTo(250);
    assertThat(things.countDocuments(doc("{event: {$in: [1, 1, 2]}}"))).isEqualTo(1_000);
  }

  @Test
  void aMatchInFrontOfAPipelineUsesTheIndex() {
    things.createIndex(doc("{event: 1, at: 1}"), new IndexOptions().name("i"));
    Document explained =
        things
            .aggregate(
                List.of(
                    doc("{$match: {event: 1, at: 4999}}"),
                    doc("{$group: {_id: '$event', n: {$sum: 1}}}")))
            .explain();
    assertThat(explained.toJson()).contains("IXSCAN");
    assertThat(examined(explained)).isEqualTo(1);
  }

  private static de.bwaldvogel.mongo.bson.Document index(String field) {
    return new de.bwaldvogel.mongo.bson.Document(
            "key", new de.bwaldvogel.mongo.bson.Document(field, 1))
        .append("name", field);
  }

  // ---- refusals

  @Test
  void refusesWhatItCannotDo() {
    refused(
        () -> things.find().collation(Collation.builder().locale("zh").build()).first(),
        "collation");
    refused(() -> things.watch().iterator(), "only supported on replica sets");
    refused(
        () ->
            database.createCollection(
                "v",
                new CreateCollectionOptions()
                    .validationOptions(new ValidationOptions().validator(doc("{a: 1}")))),
        "validator");
    refused(
        () ->
            database.createCollection(
                "v", new CreateCollectionOptions().capped(true).sizeInBytes(1_000)),
        "size");
    refused(() -> things.updateOne(doc("{_id: 1}"), List.of(doc("{$set: {a: 1}}"))), "pipeline");
    refused(() -> things.createIndex(doc("{a: 'text'}")), "Unsupported index type");
    refused(() -> things.createIndex(doc("{a: '2dsphere'}")), "Unsupported index type");
    refused(
        () ->
            things.createIndex(
                doc("{a: 1}"),
                new IndexOptions().collation(Collation.builder().locale("en").build())),
        "collation");
    refused(
        () ->
            things.createIndex(
                doc("{a: 1}"),
                new IndexOptions().partialFilterExpression(doc("{b: {$exists: false}}"))),
        "partial index");
    refused(() -> things.aggregate(List.of(doc("{$out: 'x'}"))).toCollection(), "$out");
    refused(
        () -> things.aggregate(List.of(doc("{$setWindowFields: {}}"))).first(), "$setWindowFields");
    refused(() -> things.find(doc("{$where: 'true'}")).first(), "$where");
    refused(() -> things.find(doc("{$text: {$search: 'x'}}")).first(), "$text");
    refused(() -> things.find(doc("{a: {$near: [1, 1]}}")).first(), "$near");
    refused(() -> things.find().projection(doc("{tags: {$slice: 1}}")).first(), "$slice");
    refused(
        () -> things.updateOne(doc("{tags: {$elemMatch: {$gt: 1}}}"), doc("{$set: {'tags.$': 1}}")),
        "arrayFilters");
    refused(() -> things.updateOne(doc("{tags: 1}"), doc("{$set: {'tags.$': 1}}")), "arrayFilters");
    refused(() -> things.updateOne(doc("{_id: 1}"), doc("{$bit: {at: {or: 1}}}")), "$bit");
    things.updateOne(doc("{_id: 1}"), doc("{$set: {d: 0.5, l: [{k: [1]}, [2]]}}"));
    things.updateOne(doc("{_id: 2}"), doc("{$set: {d: {$numberDecimal: '1'}}}"));
    refused(
        () -> things.updateOne(doc("{_id: 1}"), doc("{$inc: {d: {$numberDecimal: '1'}}}")),
        "double and a decimal");
    refused(
        () ->
            things.updateOne(doc("{_id: 1}"), doc("{$push: {l: {$each: [], $sort: {'k.x': 1}}}}")),
        "through an array");
    refused(
        () ->
            things.updateOne(
                doc("{_id: 1}"),
                doc("{$set: {'l.$[x]': 1}}"),
                new UpdateOptions().arrayFilters(List.of(doc("{x: 2}")))),
        "arrays within arrays");
    refused(
        () ->
            things.updateOne(
                doc("{_id: {$in: ['one']}}"),
                doc("{$set: {a: 1}}"),
                new UpdateOptions().upsert(true)),
        "upserts with $in");
    refused(() -> things.insertOne(new Document("u", new BsonUndefined())), "BSON type 6");
    refused(() -> things.find(doc("{$expr: {$add: [1, 2]}}")).first(), "$add");
    refused(() -> things.find(doc("{$expr: '$$NOW'}")).first(), "$$NOW");
    refused(
        () -> things.find().projection(doc("{tags: {$elemMatch: {$gt: 1}}}")).first(),
        "$elemMatch");
    refused(() -> things.find().projection(doc("{'tags.$': 1}")).first(), "projection");
    refused(
        () -> things.aggregate(List.of(doc("{$group: {_id: 1, n: {$sum: '$d'}}}"))).first(),
        "sums of doubles and decimals");
    refused(() -> things.withWriteConcern(new WriteConcern(2)).insertOne(doc("{}")), "'w' > 1");
    refused(
        () ->
            database.runCommand(
                doc("{find: 'things', filter: {}, readConcern: {level: 'snapshot'}}")),
        "snapshot");
    refused(
        () ->
            database.runCommand(
                doc("{insert: 'things', documents: [{}], txnNumber: {$numberLong: '1'}}")),
        "Transaction");
    refused(() -> database.runCommand(doc("{mapReduce: 'things'}")), "no such command");
    refused(() -> things.distinct("at", Integer.class).first(), "no such command");
    refused(() -> client.listDatabases().first(), "ask for names only");
    refused(() -> things.find().sort(doc("{$natural: -1}")).first(), "$natural");
    refused(() -> things.find().hint(doc("{_id: 1}")).first(), "hint");
    for (int subtype : List.of(1, 2, 5, 6, 7, 128, 255)) {
      Document binary = new Document("b", new Binary((byte) subtype, new byte[4]));
      refused(() -> things.insertOne(binary), "binary data of subtype " + subtype);
    }
    refused(() -> things.insertOne(nested(250)), "nested");
    refused(() -> database.runCommand(doc("{find: 'things', tailable: true}")), "tailable");
  }

  @Test
  void transactionsAreRefused() {
    Throwable refused =
        catchThrowable(
            () -> {
              try (var session = client.startSession()) {
                session.startTransaction();
                things.insertOne(session, doc("{_id: 'in a transaction'}"));
                session.commitTransaction();
              }
            });
    assertThat(refused).isInstanceOf(MongoException.class);
    assertThat(things.find(doc("{_id: 'in a transaction'}")).first()).isNull();
  }

  private static Document nested(int levels) {
    Document document = new Document();
    for (int i = 0; i < levels; i++) {
      document = new Document("in", document);
    }
    return document;
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String why) {
    assertThatThrownBy(action).isInstanceOf(MongoException.class).hasMessageContaining(why);
  }

  // ---- health

  @Test
  void springBootFindsItInGoodHealth() {
    Health health = new MongoHealthIndicator(client).health();
    assertThat(health).isNotNull();
    assertThat(health.getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void listensOnLoopbackUnlessToldOtherwise() throws Exception {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), 2_000);
      assertThat(socket.isConnected()).isTrue();
    }
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          assertThatThrownBy(() -> new Socket(address, server.port()).close())
              .isInstanceOf(IOException.class);
        }
      }
    }
    assertThat(Options.in(Path.of("data")).host()).isEqualTo("127.0.0.1");
  }

  // ---- sign-in

  @Test
  void letsInWhoKnowsThePasswordOnly() {
    try (EmbeddedMongo guarded =
        EmbeddedMongo.open(Options.inMemory().withUser("li,=wei", "geheim@聚贤"))) {
      try (MongoClient good = MongoClients.create(guarded.connectionString())) {
        good.getDatabase("db").getCollection("c").insertOne(doc("{_id: 1}"));
      }
      String open = "mongodb://127.0.0.1:" + guarded.port();
      try (MongoClient nobody = MongoClients.create(open)) {
        assertThatThrownBy(() -> nobody.getDatabase("db").getCollection("c").find().first())
            .isInstanceOf(MongoCommandException.class)
            .hasMessageContaining("requires authentication");
      }
      String wrong =
          "mongodb://li%2C%3Dwei:falsch@127.0.0.1:"
              + guarded.port()
              + "/?authSource=admin&serverSelectionTimeoutMS=500";
      try (MongoClient thief = MongoClients.create(wrong)) {
        assertThatThrownBy(() -> thief.getDatabase("db").getCollection("c").find().first())
            .isInstanceOf(MongoException.class);
      }
    }
  }

  // ---- expiry

  @Test
  void documentsExpire() {
    MongoCollection<Document> sessions = database.getCollection("sessions");
    sessions.createIndex(
        Indexes.ascending("seen"), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
    Date start = Date.from(now.get());
    sessions.insertOne(new Document("_id", "old").append("seen", start));
    sessions.insertOne(new Document("_id", "never").append("seen", "no date"));
    sessions.insertOne(new Document("_id", "none"));
    now.set(now.get().plusSeconds(59));
    sessions.insertOne(new Document("_id", "new").append("seen", Date.from(now.get())));
    now.set(now.get().plusSeconds(2));
    Awaitility.await().until(() -> sessions.countDocuments() == 3);
    assertThat(sessions.find().map(d -> d.getString("_id")))
        .containsExactly("never", "none", "new");
  }

  @Test
  void aReaderDoesNotSeeALongSearchFallOverConcurrentWrites() throws Exception {
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; i < 300; i++) {
                    things.updateOne(new Document("_id", i), doc("{$inc: {at: 100000}}"));
                    things.deleteOne(new Document("_id", 1_000 + i));
                  }
                });
    things.createIndex(doc("{at: 1}"));
    for (int i = 0; i < 20; i++) {
      List<Integer> ids =
          things.find().batchSize(50).map(d -> d.getInteger("_id")).into(new ArrayList<>());
      assertThat(ids).doesNotHaveDuplicates().contains(500, 999, 1_500, 1_999);
    }
    writer.join();
  }

  @Test
  void manyClientsConnectAtOnce() throws Exception {
    MongoClientSettings settings =
        MongoClientSettings.builder()
            .applyConnectionString(new com.mongodb.ConnectionString(server.connectionString()))
            .applyToConnectionPoolSettings(pool -> pool.maxSize(200))
            .build();
    try (MongoClient many = MongoClients.create(settings)) {
      MongoContract.race(
          150, i -> many.getDatabase("db").getCollection("many").insertOne(new Document("_id", i)));
      assertThat(many.getDatabase("db").getCollection("many").countDocuments()).isEqualTo(150);
    }
  }

  private Document explain(String filter, String sort, int limit) {
    return things.find(doc(filter)).sort(doc(sort)).limit(limit).explain();
  }

  private static int examined(Document explained) {
    return explained.get("executionStats", Document.class).getInteger("totalDocsExamined");
  }

  private static Document doc(String json) {
    return Document.parse(json);
  }
}
