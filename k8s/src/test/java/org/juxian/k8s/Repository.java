package org.juxian.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things are in this repository. */
final class Repository {

  /** The services behind the gateway. */
  static final List<String> BACKENDS =
      List.of(
          "identity-service",
          "registration-service",
          "fair-service",
          "competition-service",
          "forum-service",
          "notification-service");

  /** The gateway and the services behind it: everything that is built from this repository. */
  static final List<String> SERVICES =
      Stream.concat(Stream.of("gateway"), BACKENDS.stream()).toList();

  private static final Path ROOT = root();

  private Repository() {}

  static Path path(String relative) {
    return ROOT.resolve(relative);
  }

  static String text(String relative) {
    return text(path(relative));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files below a folder; none where there is no such folder. */
  static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docker-compose.yml"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("No docker-compose.yml in this folder or above it");
      }
      folder = parent;
    }
    return folder;
  }
}
