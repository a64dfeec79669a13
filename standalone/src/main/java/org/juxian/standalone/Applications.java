package org.juxian.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the build made, laid out so that it starts quickly.
 *
 * <p>A Boot jar is extracted, since a JVM reads plain jars faster than nested ones and keeps caches
 * for plain ones only. Everything is kept in {@code .run/<process>/<hash of the content>}, and made
 * again only when the content changes.
 */
final class Applications {

  private static final String VERSION = "0.1.0-SNAPSHOT";
  private final Path home;

  Applications(Path home) {
    this.home = home;
  }

  /** The Boot jar of a service, extracted. */
  Application service(Part part) throws MissingBuildException, IOException, InterruptedException {
    String jarName = part.label() + "-" + VERSION + ".jar";
    Path jar = existing(home.resolve(part.label()).resolve("target").resolve(jarName));
    Path folder = home.resolve(".run").resolve(part.label());
    Path version = folder.resolve(ContentHash.of(jar, folder));
    Path extracted = version.resolve("app");
    if (!Files.exists(extracted)) {
      removeOthers(folder);
      extract(jar, version);
    }
    return new Application(
        part, List.of("-jar", extracted.resolve(jarName).toString()), cache(part, version));
  }

  /**
   * A class of this module's class path: of its libraries alone, or with the module's own classes.
   */
  Application server(Part part, boolean own, String mainClass, List<String> programArguments)
      throws MissingBuildException, IOException {
    List<Path> classPath = classPath(own);
    Path folder = home.resolve(".run").resolve(part.label());
    Path version = folder.resolve(hashOfNames(classPath));
    if (!Files.exists(version)) {
      removeOthers(folder);
      Files.createDirectories(version);
    }
    List<String> arguments = new ArrayList<>();
    arguments.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    arguments.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    arguments.add("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    arguments.add("-cp");
    arguments.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    arguments.add(mainClass);
    arguments.addAll(programArguments);
    return new Application(part, arguments, cache(part, version));
  }

  private List<Path> classPath(boolean own) throws MissingBuildException, IOException {
    Path target = home.resolve("standalone/target");
    List<Path> classPath = new ArrayList<>();
    if (own) {
      classPath.add(existing(target.resolve("standalone-" + VERSION + ".jar")));
    }
    String libraries = Files.readString(existing(target.resolve("class-path"))).strip();
    for (String library : libraries.split(File.pathSeparator, -1)) {
      classPath.add(Path.of(library));
    }
    return classPath;
  }

  private static Path existing(Path path) throws MissingBuildException {
    if (!Files.exists(path)) {
      throw new MissingBuildException(path);
    }
    return path;
  }

  private static Path cache(Part part, Path version) {
    String flags = Integer.toHexString(Jvm.fingerprint(part).hashCode());
    return version.resolve("start-" + flags + ".aot");
  }

  private static void extract(Path jar, Path version) throws IOException, InterruptedException {
    Files.createDirectories(version);
    Path unfinished = version.resolve("unfinished");
    deleteRecursively(unfinished);
    List<String> command = new ArrayList<>();
    command.add(Jvm.program());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djarmode=tools"));
    command.addAll(List.of("-jar", jar.toString(), "extract"));
    command.addAll(List.of("--destination", unfinished.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(jar + " could not be extracted: " + said.strip());
    }
    Files.move(unfinished, version.resolve("app"));
  }

  /** Earlier versions are of no use, but large. A run that still uses one holds its files open. */
  private static void removeOthers(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.filter(Files::isDirectory).toList()) {
        deleteRecursively(child);
      }
    }
  }

  private static void deleteRecursively(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Maven keeps versions in names; our own jars keep theirs, so size and time join in. */
  private static String hashOfNames(List<Path> classPath) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path jar : classPath) {
      text.append(jar).append(' ').append(Files.size(jar)).append(' ');
      text.append(Files.getLastModifiedTime(jar).toMillis()).append('\n');
    }
    return ContentHash.of(text.toString());
  }
}
