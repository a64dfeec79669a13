package org.juxian.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MILLISECOND;
import static org.juxian.embeddedmongo.Folders.fill;
import static org.juxian.embeddedmongo.Folders.with;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juxian.embeddedmongo.files.StoreException;

/** What the files keep: all that was acknowledged, of one server, near the size of the data. */
class StoreTest {
  @TempDir private Path temp;

  @Test
  void everythingIsThereAfterARestart() {
    Path folder = temp.resolve("a");
    with(
        folder,
        docs -> {
          docs.createIndex(Indexes.ascending("n"), new IndexOptions().unique(true).name("by_n"));
          fill(docs, 0, 300);
          docs.deleteOne(new Document("_id", 7));
          docs.updateOne(new Document("_id", 8), new Document("$set", new Document("n", 1_000)));
        });
    with(
        folder,
        docs -> {
          assertThat(docs.countDocuments()).isEqualTo(299);
          assertThat(docs.find(new Document("n", 1_000)).first().getInteger("_id")).isEqualTo(8);
          assertThat(docs.find(new Document("n", 9)).explain().toJson()).contains("by_n");
          assertThat(docs.find().map(d -> d.getInteger("_id")).into(new ArrayList<>())).isSorted();
        });
  }

  @Test
  void aDroppedCollectionStaysDroppedAcrossRestarts() {
    Path folder = temp.resolve("a");
    with(
        folder,
        docs -> {
          fill(docs, 0, 3);
          docs.drop();
          fill(docs, 5, 1);
        });
    for (int i = 0; i < 2; i++) {
      try (EmbeddedMongo server = EmbeddedMongo.open(Options.in(folder));
          MongoClient client = MongoClients.create(server.connectionString())) {
        assertThat(client.getDatabase("db").getCollection("docs").countDocuments()).isEqualTo(1);
        server.compact();
      }
    }
  }

  @Test
  void oneFolderHasOneServer() {
    Path folder = temp.resolve("a");
    try (EmbeddedMongo first = EmbeddedMongo.open(Options.in(folder))) {
      assertThat(first.port()).isPositive();
      assertThatThrownBy(() -> EmbeddedMongo.open(Options.in(folder)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("is in use by another server");
    }
    EmbeddedMongo.open(Options.in(folder)).close();
  }

  @Test
  void aTakenPortIsSaidAndTheFolderGivenBack() {
    Path folder = temp.resolve("a");
    try (EmbeddedMongo first = EmbeddedMongo.open(Options.inMemory())) {
      assertThatThrownBy(() -> EmbeddedMongo.open(Options.in(folder).withPort(first.port())))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot be listened on");
    }
    EmbeddedMongo.open(Options.in(folder)).close();
  }

  @Test
  void compactionKeepsTheFilesNearTheDataWhileWritersGoOn() throws Exception {
    Path folder = temp.resolve("a");
    try (EmbeddedMongo server = EmbeddedMongo.open(Options.in(folder).withCompactFrom(50_000));
        MongoClient client = MongoClients.create(server.connectionString())) {
      MongoCollection<Document> docs = client.getDatabase("db").getCollection("docs");
      fill(docs, 0, 100);
      Thread writer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < 600; i++) {
                      docs.updateOne(
                          new Document("_id", i % 100),
                          new Document("$inc", new Document("count", 1)));
                    }
                  });
      for (int i = 0; i < 5; i++) {
        server.compact();
      }
      writer.join();
      server.compact();
      assertThat(size(folder)).isLessThan(40_000);
    }
    with(
        folder,
        docs -> {
          assertThat(docs.countDocuments()).isEqualTo(100);
          for (Document document : docs.find()) {
            assertThat(document.getInteger("count")).isEqualTo(6);
          }
        });
  }

  /** Takes at some moments exactly the bytes that a power cut would leave, and opens them. */
  @Test
  void whatWasAcknowledgedIsForcedToTheDiskBefore() throws Exception {
    Path folder = temp.resolve("a");
    Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    try (EmbeddedMongo server = EmbeddedMongo.open(Options.in(folder));
        MongoClient client = MongoClients.create(server.connectionString())) {
      MongoCollection<Document> docs = client.getDatabase("db").getCollection("docs");
      List<Thread> writers = new ArrayList<>();
      for (int w = 0; w < 6; w++) {
        int from = w * 10_000;
        writers.add(
            Thread.ofVirtual()
                .start(
                    () -> {
                      for (int i = from; i < from + 150; i++) {
                        docs.insertOne(new Document("_id", i));
                        acknowledged.add(i);
                      }
                    }));
      }
      Random random = new Random(1);
      for (int cut = 0; cut < 5; cut++) {
        int enough = 100 * cut + random.nextInt(100);
        await().pollInterval(ONE_MILLISECOND).until(() -> acknowledged.size() >= enough);
        Set<Integer> promised = Set.copyOf(acknowledged);
        byte[] log = Files.readAllBytes(folder.resolve("log-000001"));
        long forced = server.forcedBytes();
        Path image = temp.resolve("cut" + cut);
        Files.createDirectories(image);
        int kept = (int) Math.min(forced, log.length);
        Files.write(
            image.resolve("log-000001"),
            Arrays.copyOf(log, kept + random.nextInt(log.length - kept + 1)));
        with(
            image,
            recovered ->
                assertThat(recovered.find().map(d -> d.getInteger("_id")).into(new ArrayList<>()))
                    .containsAll(promised));
      }
      for (Thread writer : writers) {
        writer.join();
      }
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      long size = 0;
      for (Path file : files.toList()) {
        size += Files.size(file);
      }
      return size;
    }
  }
}
