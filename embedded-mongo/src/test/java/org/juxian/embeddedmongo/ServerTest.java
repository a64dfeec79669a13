package org.juxian.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
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
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.health.MongoHealthIndicator;

/** The server as a process among others: its address, its sign-in, its clock, many clients. */
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

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

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
    things.insertMany(
        IntStream.range(0, 2_000)
            .mapToObj(i -> new Document("_id", i).append("at", 5_000 - i))
            .toList());
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

  private static Document doc(String json) {
    return Document.parse(json);
  }
}
