package org.juxian.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files keep, and what happens when they are hurt. */
class StoreTest {
  @TempDir Path temp;

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
  void aTornTailIsCutAndKeptAside() throws IOException {
    Path folder = temp.resolve("a");
    with(folder, docs -> fill(docs, 0, 20));
    Path log = folder.resolve("log-000001");
    long whole = Files.size(log);
    with(folder, docs -> docs.insertOne(new Document("_id", "last")));
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 3);
    }
    with(
        folder,
        docs -> {
          assertThat(docs.countDocuments()).isEqualTo(20);
          fill(docs, 20, 5);
        });
    assertThat(folder.resolve("log-000001.torn-at-" + whole)).exists();
    with(folder, docs -> assertThat(docs.countDocuments()).isEqualTo(25));
  }

  @Test
  void aLogOfWhichNotEvenTheHeaderWasWrittenIsBegunAnew() throws IOException {
    Path folder = temp.resolve("a");
    Files.createDirectories(folder);
    Files.write(folder.resolve("log-000001"), new byte[5]);
    with(folder, docs -> fill(docs, 0, 1));
    with(folder, docs -> assertThat(docs.countDocuments()).isEqualTo(1));
  }

  @Test
  void aDamagedMiddleStopsTheStartAndRepairKeepsTheRest() throws IOException {
    Path folder = temp.resolve("a");
    with(folder, docs -> fill(docs, 0, 30));
    Path log = folder.resolve("log-000001");
    flip(log, Files.size(log) / 2);
    assertThatThrownBy(() -> EmbeddedMongo.open(Options.in(folder)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is broken at byte")
        .hasMessageContaining("repair");
    String said = Repair.repair(folder);
    assertThat(said).contains("Kept 29 documents in 1 collections");
    with(folder, docs -> assertThat(docs.countDocuments()).isEqualTo(29));
    try (Stream<Path> copies = Files.list(temp)) {
      assertThat(copies.filter(path -> path.toString().contains("before-repair"))).hasSize(1);
    }
  }

  @Test
  void aDamagedSnapshotStopsTheStart() throws IOException {
    Path folder = temp.resolve("a");
    try (EmbeddedMongo server = EmbeddedMongo.open(Options.in(folder));
        MongoClient client = MongoClients.create(server.connectionString())) {
      fill(client.getDatabase("db").getCollection("docs"), 0, 1_000);
      server.compact();
    }
    Path snapshot = folder.resolve("snapshot-000002");
    byte[] sound = Files.readAllBytes(snapshot);
    for (byte[] broken :
        List.of(flipped(sound, sound.length / 2), Arrays.copyOf(sound, sound.length / 2))) {
      Files.write(snapshot, broken);
      assertThatThrownBy(() -> EmbeddedMongo.open(Options.in(folder)))
          .isInstanceOf(StoreException.class);
    }
    Files.write(snapshot, sound);
    Files.delete(folder.resolve("log-000002"));
    assertThatThrownBy(() -> EmbeddedMongo.open(Options.in(folder)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is missing");
  }

  @Test
  void filesThatACrashLeftBehindInACompactionDoNoHarm() throws IOException {
    Path folder = temp.resolve("a");
    Path kept = temp.resolve("kept");
    with(folder, docs -> fill(docs, 0, 50));
    Files.copy(folder.resolve("log-000001"), kept);
    try (EmbeddedMongo server = EmbeddedMongo.open(Options.in(folder));
        MongoClient client = MongoClients.create(server.connectionString())) {
      server.compact();
      client.getDatabase("db").getCollection("docs").deleteOne(new Document("_id", 1));
    }
    assertThat(folder.resolve("log-000001")).doesNotExist();
    Files.copy(kept, folder.resolve("log-000001"));
    Files.write(folder.resolve("snapshot.unfinished"), new byte[100]);
    with(folder, docs -> assertThat(docs.countDocuments()).isEqualTo(49));
    assertThat(folder.resolve("log-000001")).doesNotExist();
    assertThat(folder.resolve("snapshot.unfinished")).doesNotExist();
  }

  @Test
  void aNewLogWithoutItsSnapshotIsReadAfterTheOldOne() throws IOException {
    Path folder = temp.resolve("a");
    Path old = temp.resolve("old");
    with(folder, docs -> fill(docs, 0, 50));
    Files.copy(folder.resolve("log-000001"), old);
    try (EmbeddedMongo server = EmbeddedMongo.open(Options.in(folder));
        MongoClient client = MongoClients.create(server.connectionString())) {
      server.compact();
      fill(client.getDatabase("db").getCollection("docs"), 50, 10);
    }
    Files.delete(folder.resolve("snapshot-000002"));
    Files.copy(old, folder.resolve("log-000001"));
    with(folder, docs -> assertThat(docs.countDocuments()).isEqualTo(60));
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
        Thread.sleep(random.nextInt(60));
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

  @Test
  void framesOfEveryLengthAreCutWhereTheyTear() throws IOException {
    Path file = temp.resolve("frames");
    long end;
    try (FrameWriter writer = FrameWriter.create(file)) {
      for (int i = 0; i < 5; i++) {
        writer.write(new byte[i * 10], i * 10);
      }
      end = writer.size();
    }
    byte[] whole = Files.readAllBytes(file);
    for (int length = Frames.FILE_HEADER; length <= end; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      int[] frames = {0};
      Frames.Extent extent = Frames.read(file, _ -> frames[0]++);
      assertThat(extent).isNotInstanceOf(Frames.Extent.Damaged.class);
      assertThat(frames[0]).isLessThanOrEqualTo(5);
    }
    for (int at = 0; at < end; at++) {
      Files.write(file, flipped(whole, at));
      Frames.Extent extent = Frames.read(file, _ -> {});
      boolean inTheLast = at >= end - Frames.FRAME_HEADER - 40;
      assertThat(extent)
          .isInstanceOf(inTheLast ? Frames.Extent.Torn.class : Frames.Extent.Damaged.class);
    }
  }

  @Test
  void roomThatWasReservedIsNoPartOfTheLog() throws IOException {
    Path file = temp.resolve("frames");
    List<Long> ends = new ArrayList<>();
    byte[] running;
    try (FrameWriter writer = FrameWriter.create(file).reservingRoom()) {
      for (int i = 1; i <= 5; i++) {
        byte[] payload = new byte[i * 10];
        Arrays.fill(payload, (byte) 7);
        writer.write(payload, payload.length);
        ends.add(writer.size());
      }
      running = Files.readAllBytes(file);
    }
    long end = ends.getLast();
    assertThat(running.length).isGreaterThan((int) end);
    assertThat(file).hasSize(end);
    for (int written = Frames.FILE_HEADER + 1; written <= end; written++) {
      Files.write(file, Arrays.copyOf(Arrays.copyOf(running, written), (int) end + 500));
      Class<?> expected =
          ends.contains((long) written) ? Frames.Extent.Whole.class : Frames.Extent.Torn.class;
      assertThat(Frames.read(file, _ -> {})).as("%d bytes written", written).isInstanceOf(expected);
    }
  }

  // ---- helpers

  private static void with(Path folder, Consumer<MongoCollection<Document>> action) {
    try (EmbeddedMongo server = EmbeddedMongo.open(Options.in(folder));
        MongoClient client = MongoClients.create(server.connectionString())) {
      action.accept(client.getDatabase("db").getCollection("docs"));
    }
  }

  private static void fill(MongoCollection<Document> docs, int from, int count) {
    for (int i = from; i < from + count; i++) {
      docs.insertOne(new Document("_id", i).append("n", i).append("text", "some text"));
    }
  }

  private static void flip(Path file, long at) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, at);
      channel.write(ByteBuffer.wrap(new byte[] {(byte) ~one.get(0)}), at);
    }
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    copy[at] = (byte) ~copy[at];
    return copy;
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
