package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files under a catalog: opens them, and keeps them near the data's size by writing snapshots.
 */
final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private static final int FRAME = 1 << 18;

  private final Folder folder;
  private final Catalog catalog;
  private final Log log;
  private int number;
  private long snapshotBytes;

  private Store(Folder folder, Catalog catalog, Log log, int number, long snapshotBytes) {
    this.folder = folder;
    this.catalog = catalog;
    this.log = log;
    this.number = number;
    this.snapshotBytes = snapshotBytes;
  }

  /**
   * Recovers the folder's state into the catalog, and has the catalog journal to the folder from
   * now on.
   */
  static Store open(Path path, Catalog catalog, Log.Acknowledgement acknowledgement) {
    Folder folder = Folder.open(path);
    try {
      Recovery.Recovered recovered = new Recovery(folder, catalog).recover();
      Log log = new Log(recovered.log(), acknowledgement);
      catalog.journalTo(log);
      return new Store(folder, catalog, log, recovered.number(), recovered.snapshotBytes());
    } catch (IOException | RuntimeException e) {
      closeQuietly(folder);
      throw e instanceof StoreException known
          ? known
          : new StoreException("Cannot read " + path + ": " + e, e);
    }
  }

  /** Writes a snapshot if the log outgrew both the given size and the last snapshot. */
  synchronized void compactIfLargerThan(long bytes) throws IOException {
    if (log.size() > Math.max(bytes, snapshotBytes)) {
      compact();
    }
  }

  /**
   * Begins a new log, then copies everything to a snapshot while writers go on. The copy may hold a
   * later state of a document than the beginning of the new log; as each change in the log is
   * idempotent and gives the whole document, replaying it over the copy ends in the right state.
   * The snapshot gets its name only after everything that it may hold is durable in the log too.
   */
  synchronized void compact() throws IOException {
    int next = number + 1;
    List<Catalog.Described> collections =
        catalog.describeAfter(() -> log.continueIn(folder.log(next)));
    number = next;
    Path unfinished = folder.snapshot(next).resolveSibling("snapshot.unfinished");
    long size = writeSnapshot(unfinished, collections);
    log.awaitDurable();
    Files.move(unfinished, folder.snapshot(next), StandardCopyOption.ATOMIC_MOVE);
    FrameWriter.forceFolder(folder.snapshot(next));
    folder.deleteBefore(next);
    snapshotBytes = size;
    LOG.debug("wrote {} ({} bytes)", folder.snapshot(next), size);
  }

  static long writeSnapshot(Path file, List<Catalog.Described> collections) throws IOException {
    try (FrameWriter writer = FrameWriter.create(file)) {
      ChangeBuffer changes = new ChangeBuffer();
      long documents = 0;
      for (Catalog.Described described : collections) {
        Table table = described.table();
        changes.add(Change.CREATE, table.number(), Bytes.encode(described.name()));
        for (IndexSpec index : described.indexes()) {
          if (!index.isId()) {
            changes.add(Change.INDEX, table.number(), Bytes.encode(index.description()));
          }
        }
        Map.Entry<Long, List<byte[]>> chunk = table.chunkAfter(-1);
        while (!chunk.getValue().isEmpty()) {
          for (byte[] bson : chunk.getValue()) {
            changes.add(Change.PUT, table.number(), bson);
            documents++;
            flush(changes, writer, FRAME);
          }
          chunk = table.chunkAfter(chunk.getKey());
        }
      }
      changes.add(Change.END, 0, Bytes.encode(new Document("documents", documents)));
      flush(changes, writer, 0);
      writer.force();
      return writer.size();
    }
  }

  private static void flush(ChangeBuffer changes, FrameWriter writer, int from) throws IOException {
    if (changes.length() > from) {
      writer.write(changes.bytes(), changes.length());
      changes.clear();
    }
  }

  long forcedBytes() {
    return log.forced();
  }

  @Override
  public synchronized void close() {
    try {
      log.close();
    } catch (IOException e) {
      throw new StoreException("The log could not be closed: " + e, e);
    } finally {
      closeQuietly(folder);
    }
  }

  private static void closeQuietly(Folder folder) {
    try {
      folder.close();
    } catch (IOException e) {
      LOG.warn("could not close the lock file", e);
    }
  }
}
