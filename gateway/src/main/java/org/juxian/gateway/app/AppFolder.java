package org.juxian.gateway.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that the web app was built into. */
final class AppFolder {

  private final Path root;

  AppFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Whether there is an app to show. */
  boolean isBuilt() {
    return Files.isRegularFile(root.resolve(AppFile.INDEX));
  }

  /**
   * What is shown for a path: the file of that name, or, for a path that names no file, the app's
   * page, which knows its own paths.
   */
  Optional<AppFile> find(String path) throws IOException {
    String name = path.replaceFirst("^/+", "");
    Optional<AppFile> file = name.isEmpty() ? Optional.empty() : file(name);
    if (file.isPresent() || name.startsWith("assets/") || lastPart(name).contains(".")) {
      return file;
    }
    return file(AppFile.INDEX);
  }

  private Optional<AppFile> file(String name) throws IOException {
    try {
      Path path = root.resolve(name).normalize();
      return isOurs(path) ? Optional.of(AppFile.of(path, name)) : Optional.empty();
    } catch (InvalidPathException notAName) {
      return Optional.empty();
    }
  }

  /** Inside of the folder, links followed, and not hidden. */
  private boolean isOurs(Path path) throws IOException {
    return path.startsWith(root)
        && Files.isRegularFile(path)
        && path.toRealPath().startsWith(root.toRealPath())
        && parts(path).noneMatch(part -> part.startsWith("."));
  }

  private Stream<String> parts(Path path) {
    Stream.Builder<String> parts = Stream.builder();
    root.relativize(path).forEach(part -> parts.add(part.toString()));
    return parts.build();
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
