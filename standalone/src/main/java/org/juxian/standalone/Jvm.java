package org.juxian.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a JVM of the platform is called. Two cores and 2 GiB are to do for eleven of them, so each is
 * kept small.
 *
 * <p>A cache is ignored without a word if collector or header flags differ from those it was made
 * with: flags are therefore the same in every run.
 */
final class Jvm {

  /**
   * Serial collector and compact headers: least memory per process. C1 only: a third less memory
   * than with C2, and less work in the first minutes; one machine's few users never need C2's peak.
   */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=40m",
          "-Xss512k",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError");

  private Jvm() {}

  /** The java program that runs this launcher. */
  static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Program, flags and the use of a cache, without the application. */
  static List<String> command(int heapMebibytes, Optional<Path> cache) {
    List<String> command = new ArrayList<>();
    command.add(program());
    command.addAll(FLAGS);
    command.add("-Xmx" + heapMebibytes + "m");
    cache.filter(Files::exists).ifPresent(file -> command.add("-XX:AOTCache=" + file));
    return command;
  }

  /** The same for a run that makes the cache when it ends. */
  static List<String> training(int heapMebibytes, Path cache) {
    List<String> command = command(heapMebibytes, Optional.empty());
    command.add("-XX:AOTCacheOutput=" + cache);
    return command;
  }

  /** All flags in one text: a cache is good only for the flags it was made with. */
  static String fingerprint() {
    return Runtime.version() + " " + String.join(" ", FLAGS);
  }
}
