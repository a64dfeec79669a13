package org.juxian.embeddedmongo.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.NavigableSet;
import java.util.stream.Stream;

/**
 * Makes a damaged folder usable again: copies it aside, reads every sound frame in order and passes
 * over the rest, and writes what there is as a new snapshot.
 */
public final class Repair {
  private Repair() {}

  /**
   * Repairs, with contents that are empty so far, and says in a few sentences what was done and
   * what was lost.
   */
  public static String repair(Path path, Contents contents) {
    if (!Files.isDirectory(path)) {
      throw new StoreException("There is no folder " + path + ".");
    }
    try (Folder folder = Folder.open(path)) {
      Path copy = copyAside(path);
      Contents.Restoring restoring = contents.restore(true);
      NavigableSet<Integer> snapshots = folder.snapshots();
      long lost = 0;
      int last = 0;
      for (int number : snapshots) {
        lost += salvage(folder.snapshot(number), restoring);
        last = number;
      }
      for (int number : folder.logs().tailSet(snapshots.isEmpty() ? 0 : snapshots.first())) {
        lost += salvage(folder.log(number), restoring);
        last = Math.max(last, number);
      }
      long dropped = restoring.finish();
      Store.Written kept = begin(folder, last + 1, contents);
      return "Kept %d documents in %d collections; passed over %d broken bytes; took out %d documents that broke a unique index. The folder as it was is in %s."
          .formatted(kept.documents(), kept.collections(), lost, dropped, copy);
    } catch (IOException e) {
      throw new StoreException("The repair did not succeed: " + e, e);
    }
  }

  private static long salvage(Path file, Contents.Restoring restoring) throws IOException {
    return Frames.salvage(
        file,
        frame -> {
          boolean _ = ChangeBuffer.read(frame, restoring);
        });
  }

  /** Writes everything to a new snapshot with an empty log, and deletes what was before. */
  private static Store.Written begin(Folder folder, int number, Contents contents)
      throws IOException {
    FrameWriter.create(folder.log(number)).close();
    Path unfinished = folder.path().resolve("snapshot.unfinished");
    Store.Written written = Store.writeSnapshot(unfinished, contents.copyAfter(() -> {}));
    Files.move(unfinished, folder.snapshot(number));
    FrameWriter.forceFolder(folder.snapshot(number));
    folder.deleteBefore(number);
    return written;
  }

  private static Path copyAside(Path path) throws IOException {
    String time =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .format(LocalDateTime.now(ZoneId.systemDefault()));
    Path copy = path.toAbsolutePath().resolveSibling(path.getFileName() + ".before-repair-" + time);
    Files.createDirectory(copy);
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }
}
