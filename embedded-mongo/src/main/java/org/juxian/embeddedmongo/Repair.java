package org.juxian.embeddedmongo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/**
 * Makes a damaged folder usable again: copies it aside, reads every sound frame in order and passes
 * over the rest, and writes what there is as a new snapshot.
 */
final class Repair {
  private Repair() {}

  /** Repairs, and says in a few sentences what was done and what was lost. */
  static String repair(Path path) {
    if (!Files.isDirectory(path)) {
      throw new StoreException("There is no folder " + path + ".");
    }
    try (Folder folder = Folder.open(path)) {
      Path copy = copyAside(path);
      Catalog catalog = new Catalog();
      Recovery recovery = new Recovery(folder, catalog);
      long lost = 0;
      int last = 0;
      for (int number : folder.snapshots()) {
        lost += recovery.salvage(folder.snapshot(number));
        last = Math.max(last, number);
      }
      for (int number :
          folder.logs().tailSet(folder.snapshots().isEmpty() ? 0 : folder.snapshots().first())) {
        lost += recovery.salvage(folder.log(number));
        last = Math.max(last, number);
      }
      long dropped = recovery.buildIndexesDroppingClashes();
      int next = last + 1;
      FrameWriter.create(folder.log(next)).close();
      Path unfinished = path.resolve("snapshot.unfinished");
      Store.writeSnapshot(unfinished, catalog.describeAfter(() -> {}));
      Files.move(unfinished, folder.snapshot(next));
      FrameWriter.forceFolder(folder.snapshot(next));
      folder.deleteBefore(next);
      long kept = catalog.collections().stream().mapToLong(each -> each.table().size()).sum();
      return "Kept %d documents in %d collections; passed over %d broken bytes; took out %d documents that broke a unique index. The folder as it was is in %s."
          .formatted(kept, catalog.collections().size(), lost, dropped, copy);
    } catch (IOException e) {
      throw new StoreException("The repair did not succeed: " + e, e);
    }
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
