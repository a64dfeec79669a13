package org.juxian.embeddedmongo;

import java.nio.file.Path;
import org.juxian.embeddedmongo.files.Log;

/** A server in a process of its own, for tests that kill it. Prints its connection string. */
final class CrashChild {
  private CrashChild() {}

  public static void main(String[] arguments) throws InterruptedException {
    Options options =
        Options.in(Path.of(arguments[0])).withCompactFrom(Long.parseLong(arguments[1]));
    Log.Acknowledgement acknowledgement = Log.Acknowledgement.valueOf(arguments[2]);
    EmbeddedMongo server = EmbeddedMongo.open(options, acknowledgement);
    System.out.println(server.connectionString());
    Thread.currentThread().join();
  }

  /** Starts one; its first line of output is the connection string. */
  static Process start(Path folder, long compactFrom, Log.Acknowledgement acknowledgement)
      throws java.io.IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx160m",
            "-cp",
            classPath,
            CrashChild.class.getName(),
            folder.toString(),
            Long.toString(compactFrom),
            acknowledgement.name())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
