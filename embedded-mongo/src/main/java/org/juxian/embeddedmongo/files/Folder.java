package org.juxian.embeddedmongo.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder of one server, held by one process. {@code snapshot-N} is everything up to the
 * beginning of {@code log-N}; the logs from N on follow it.
 */
final class Folder implements Closeable {
  private final Path path;
  private final FileChannel lockFile;

  private Folder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  static Folder open(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel lockFile =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(lockFile);
      if (lock == null) {
        lockFile.close();
        throw new StoreException(
            "The folder "
                + path
                + " is in use by another server. Stop that one, or choose another folder.");
      }
      return new Folder(path, lockFile);
    } catch (IOException e) {
      throw new StoreException("The folder " + path + " cannot be used: " + e, e);
    }
  }

  @org.jspecify.annotations.Nullable
  private static FileLock tryLock(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  Path path() {
    return path;
  }

  Path snapshot(int number) {
    return path.resolve("snapshot-%06d".formatted(number));
  }

  Path log(int number) {
    return path.resolve("log-%06d".formatted(number));
  }

  NavigableSet<Integer> snapshots() throws IOException {
    return numbers("snapshot-");
  }

  NavigableSet<Integer> logs() throws IOException {
    return numbers("log-");
  }

  /** Removes what an older snapshot needed, and snapshots that were never finished. */
  void deleteBefore(int number) throws IOException {
    for (int old : snapshots().headSet(number)) {
      Files.deleteIfExists(snapshot(old));
    }
    for (int old : logs().headSet(number)) {
      Files.deleteIfExists(log(old));
    }
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".unfinished")).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private NavigableSet<Integer> numbers(String prefix) throws IOException {
    NavigableSet<Integer> numbers = new TreeSet<>();
    try (Stream<Path> files = Files.list(path)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(prefix + "\\d{6,9}"))
          .forEach(name -> numbers.add(Integer.parseInt(name.substring(prefix.length()))));
    }
    return numbers;
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
