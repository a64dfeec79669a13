package org.juxian.embeddedmongo.files;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back what the files hold: the last snapshot, then the logs that follow it. Stops with a
 * sentence at damage.
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final Folder folder;
  private final Contents.Restoring contents;
  private boolean snapshotWhole;

  Recovery(Folder folder, Contents.Restoring contents) {
    this.folder = folder;
    this.contents = contents;
  }

  /** The log to go on with, its number, and the size of the snapshot before it in bytes. */
  record Recovered(FrameWriter log, int number, long snapshotBytes) {}

  Recovered recover() throws IOException {
    try {
      return readAll();
    } catch (Contents.Contradiction e) {
      throw damage(folder.path(), String.valueOf(e.getMessage()));
    }
  }

  private Recovered readAll() throws IOException {
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
    contents.finish();
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
    return Frames.read(file, frame -> snapshotWhole |= ChangeBuffer.read(frame, contents));
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
