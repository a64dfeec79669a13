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
   * Measured with one service: C1 alone takes 4.5 s of CPU for a start and 210 MiB, with C2 10 s
   * and 255 MiB, and the few users of one machine never need C2's peak. The embedded database is
   * small, starts with little code, and works for all of them: it has both. A small young
   * generation is filled and emptied instead of spread over memory (13 MiB). Without relocation a
   * cache stays a file that is mapped, and is not copied page by page (42 MiB of private memory).
   */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0",
          "-XX:ReservedCodeCacheSize=40m",
          "-Xss512k",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xlog:aot*=error");

  private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

  private Jvm() {}

  /** The java program that runs this launcher. */
  static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Program, flags and the use of a cache, without the application. */
  static List<String> command(Part part, int heapMebibytes, Optional<Path> cache) {
    List<String> command = new ArrayList<>();
    command.add(program());
    command.addAll(flags(part));
    command.add("-Xmx" + heapMebibytes + "m");
    command.add("-Xmn" + part.youngMebibytes(heapMebibytes) + "m");
    cache.filter(Files::exists).ifPresent(file -> command.add("-XX:AOTCache=" + file));
    return command;
  }

  /** The same for a run that makes the cache when it ends. */
  static List<String> training(Part part, int heapMebibytes, Path cache) {
    List<String> command = command(part, heapMebibytes, Optional.empty());
    command.add("-XX:AOTCacheOutput=" + cache);
    return command;
  }

  /** All flags in one text: a cache is good only for the flags it was made with. */
  static String fingerprint(Part part) {
    return Runtime.version() + " " + String.join(" ", flags(part));
  }

  private static List<String> flags(Part part) {
    List<String> flags = new ArrayList<>(FLAGS);
    if (part != Part.MONGO) {
      flags.add(FIRST_COMPILER_ONLY);
    }
    return flags;
  }
}
