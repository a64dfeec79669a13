package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back what the files hold: the last snapshot, then the logs that follow it, then the
 * indexes, each built anew over all documents, so that none can lack one. Stops with a sentence at
 * damage.
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final Folder folder;
  private final Catalog catalog;
  private final Map<Integer, Map<String, IndexSpec>> indexes = new HashMap<>();
  private boolean snapshotWhole;
  private boolean salvaging;

  Recovery(Folder folder, Catalog catalog) {
    this.folder = folder;
    this.catalog = catalog;
  }

  /** The log to go on with, its number, and the size of the snapshot before it in bytes. */
  record Recovered(FrameWriter log, int number, long snapshotBytes) {}

  Recovered recover() throws IOException {
    NavigableSet<Integer> logs = folder.logs();
    NavigableSet<Integer> snapshots = folder.snapshots();
    int first = snapshots.isEmpty() ? 1 : snapshots.last();
    if (logs.isEmpty() && snapshots.isEmpty()) {
      return new Recovered(FrameWriter.create(folder.log(1)), 1, 0);
    }
    for (int number = first;
        number <= Math.max(first, logs.isEmpty() ? 0 : logs.last());
        number++) {
      if (!logs.contains(number)) {
        throw damage(folder.log(number), "is missing");
      }
    }
    long snapshotBytes = snapshots.isEmpty() ? 0 : readSnapshot(folder.snapshot(first));
    for (int number : logs.subSet(first, true, logs.last(), false)) {
      readWhole(folder.log(number));
    }
    FrameWriter writer = readLast(folder.log(logs.last()));
    buildIndexes();
    folder.deleteBefore(first);
    return new Recovered(writer, logs.last(), snapshotBytes);
  }

  private long readSnapshot(Path file) throws IOException {
    readWhole(file);
    if (!snapshotWhole) {
      throw damage(file, "ends before its end");
    }
    return Files.size(file);
  }

  private void readWhole(Path file) throws IOException {
    switch (read(file)) {
      case Frames.Extent.Whole _ -> {}
      case Frames.Extent.Torn torn -> throw damage(file, "is broken at byte " + torn.end());
      case Frames.Extent.Damaged damaged -> throw damaged(file, damaged);
    }
  }

  private FrameWriter readLast(Path file) throws IOException {
    return switch (read(file)) {
      case Frames.Extent.Whole whole ->
          FrameWriter.resume(file, whole.salt(), whole.frames(), whole.end());
      case Frames.Extent.Torn torn -> {
        keepTail(file, torn.end());
        yield torn.end() == 0
            ? FrameWriter.create(file)
            : FrameWriter.resume(file, torn.salt(), torn.frames(), torn.end());
      }
      case Frames.Extent.Damaged damaged -> throw damaged(file, damaged);
    };
  }

  private Frames.Extent read(Path file) throws IOException {
    return Frames.read(file, frame -> ChangeBuffer.read(frame, this::apply));
  }

  /** Applies every sound frame of a file, and says how many bytes were passed over. */
  long salvage(Path file) throws IOException {
    salvaging = true;
    return Frames.salvage(file, frame -> ChangeBuffer.read(frame, this::apply));
  }

  /**
   * Builds the indexes; a document that clashes with an earlier one is taken out. The number of
   * those.
   */
  long buildIndexesDroppingClashes() {
    long dropped = 0;
    for (Map.Entry<Integer, Map<String, IndexSpec>> entry : indexes.entrySet()) {
      for (IndexSpec spec : entry.getValue().values()) {
        Table table = table(entry.getKey());
        dropped += table.removeClashes(spec);
        table.restoreIndexes(List.of(spec));
      }
    }
    return dropped;
  }

  /**
   * A torn tail was promised to nobody; its bytes are put aside all the same, so that nothing goes
   * silently.
   */
  private static void keepTail(Path file, long from) throws IOException {
    Path kept = file.resolveSibling(file.getFileName() + ".torn-at-" + from);
    try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ).position(from)) {
      if (source.size() > from) {
        Files.deleteIfExists(kept);
        Files.copy(Channels.newInputStream(source), kept);
        LOG.warn(
            "{} ended in {} bytes of a write that was never finished; they are kept in {}",
            file,
            source.size() - from,
            kept);
      }
    }
  }

  void apply(Change change, int number, byte[] bson) {
    switch (change) {
      case CREATE -> {
        if (catalog.byNumber(number) == null) {
          Document name = Bytes.decode(bson);
          catalog.restoreCollection(number, text(name, "db"), text(name, "name"));
        }
      }
      case DROP -> {
        DurableCollection collection = catalog.byNumber(number);
        if (collection != null) {
          catalog.restoreDrop(collection);
          indexes.remove(number);
        }
      }
      case INDEX -> {
        IndexSpec spec = IndexSpec.parse(Bytes.decode(bson));
        indexes.computeIfAbsent(number, _ -> new LinkedHashMap<>()).put(spec.name(), spec);
      }
      case DROP_INDEX ->
          indexes.getOrDefault(number, new HashMap<>()).remove(text(Bytes.decode(bson), "name"));
      case PUT -> table(number).restorePut(bson);
      case DELETE -> table(number).restoreDelete(bson);
      case END -> snapshotWhole = true;
    }
  }

  private Table table(int number) {
    DurableCollection collection = catalog.byNumber(number);
    if (collection == null && salvaging) {
      // its beginning was lost; its documents need not be
      collection = catalog.restoreCollection(number, "recovered", "collection-" + number);
    }
    if (collection == null) {
      throw damage(folder.path(), "speaks of a collection " + number + " that it never created");
    }
    return collection.table();
  }

  private void buildIndexes() {
    try {
      indexes.forEach((number, specs) -> table(number).restoreIndexes(specs.values()));
    } catch (DuplicateKey e) {
      String how = "breaks a unique index (" + e.getMessageWithoutErrorCode() + ")";
      throw damage(folder.path(), how);
    }
  }

  private static String text(Document document, String field) {
    return (String) Objects.requireNonNull(document.get(field));
  }

  private static StoreException damaged(Path file, Frames.Extent.Damaged damaged) {
    return damage(
        file,
        damaged.at() == 0
            ? "is not a file of this server or has a broken beginning"
            : "is broken at byte " + damaged.at() + " but sound at byte " + damaged.soundAgain());
  }

  private static StoreException damage(Path file, String how) {
    return new StoreException(
        file
            + " "
            + how
            + ". The server does not start, because it would lose data without a word. Put a backup in"
            + " place, or run `repair <folder>`, which copies the folder and keeps what is readable.");
  }
}
