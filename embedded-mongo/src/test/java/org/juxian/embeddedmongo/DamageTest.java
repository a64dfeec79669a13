package org.juxian.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.juxian.embeddedmongo.Folders.fill;
import static org.juxian.embeddedmongo.Folders.flip;
import static org.juxian.embeddedmongo.Folders.flipped;
import static org.juxian.embeddedmongo.Folders.with;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juxian.embeddedmongo.files.Repair;
import org.juxian.embeddedmongo.files.StoreException;
import org.juxian.embeddedmongo.tables.Catalog;

/** What happens when files are torn, damaged, missing or left over. */
class DamageTest {
  @TempDir private Path temp;

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
    String said = Repair.repair(folder, new Catalog());
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
}
