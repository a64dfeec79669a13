package org.juxian.embeddedmongo.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files under some contents: opens them, and keeps them near the data's size by writing
 * snapshots.
 */
public final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private static final int FRAME = 1 << 18;

  /** A document of BSON without a field. */
  private static final byte[] EMPTY = {5, 0, 0, 0, 0};

  private final Folder folder;
  private final Contents contents;
  private final Log log;
  private int number;
  private long snapshotBytes;

  private Store(Folder folder, Contents contents, Log log, int number, long snapshotBytes) {
    this.folder = folder;
    this.contents = contents;
    this.log = log;
    this.number = number;
    this.snapshotBytes = snapshotBytes;
  }

  /**
   * Recovers the folder's state into the contents, and has them journal to the folder from now on.
   */
  public static Store open(Path path, Contents contents, Log.Acknowledgement acknowledgement) {
    Folder folder = Folder.open(path);
    try {
      Recovery.Recovered recovered = new Recovery(folder, contents.restore(false)).recover();
      Log log = new Log(recovered.log(), acknowledgement);
      contents.journalTo(log);
      return new Store(folder, contents, log, recovered.number(), recovered.snapshotBytes());
    } catch (IOException | RuntimeException e) {
      closeQuietly(folder);
      throw e instanceof StoreException known
          ? known
          : new StoreException("Cannot read " + path + ": " + e, e);
    }
  }

  /** Writes a snapshot if the log outgrew both the given size and the last snapshot. */
  public synchronized void compactIfLargerThan(long bytes) throws IOException {
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
  public synchronized void compact() throws IOException {
    int next = number + 1;
    Contents.Copy copy = contents.copyAfter(() -> log.continueIn(folder.log(next)));
    number = next;
    Path unfinished = folder.snapshot(next).resolveSibling("snapshot.unfinished");
    Written written = writeSnapshot(unfinished, copy);
    log.awaitDurable();
    Files.move(unfinished, folder.snapshot(next), StandardCopyOption.ATOMIC_MOVE);
    FrameWriter.forceFolder(folder.snapshot(next));
    folder.deleteBefore(next);
    snapshotBytes = written.bytes();
    LOG.debug("wrote {} ({} bytes)", folder.snapshot(next), snapshotBytes);
  }

  /** What a snapshot holds. */
  record Written(long bytes, long documents, long collections) {}

  static Written writeSnapshot(Path file, Contents.Copy copy) throws IOException {
    try (FrameWriter writer = FrameWriter.create(file)) {
      ChangeBuffer changes = new ChangeBuffer();
      long[] counts = new long[Change.END.code + 1];
      copy.writeTo(
          (kind, collection, bson) -> {
            changes.add(kind, collection, bson);
            counts[kind.code]++;
            if (changes.length() > FRAME) {
              flush(changes, writer);
            }
          });
      changes.add(Change.END, 0, EMPTY);
      flush(changes, writer);
      writer.force();
      return new Written(writer.size(), counts[Change.PUT.code], counts[Change.CREATE.code]);
    }
  }

  private static void flush(ChangeBuffer changes, FrameWriter writer) throws IOException {
    writer.write(changes.bytes(), changes.length());
    changes.clear();
  }

  public long forcedBytes() {
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
