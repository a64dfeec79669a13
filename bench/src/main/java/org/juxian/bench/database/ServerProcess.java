package org.juxian.bench.database;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.juxian.embeddedmongo.EmbeddedMongo;
import org.juxian.embeddedmongo.Options;
import org.juxian.standalone.process.Memory;

/** A server in a JVM of its own, all with the same flags, so that none shares a heap. */
final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final String address;

  private ServerProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** The child: the embedded server on the folder given, or the library's memory backend. */
  public static void main(String[] arguments) throws InterruptedException {
    System.out.println(
        arguments.length == 0
            ? new MongoServer(new MemoryBackend()).bindAndGetConnectionString()
            : EmbeddedMongo.open(Options.in(Path.of(arguments[0]))).connectionString());
    Thread.currentThread().join();
  }

  /** The embedded server, with its files in the folder. */
  static ServerProcess embedded(Path folder) throws IOException {
    return start(List.of(folder.toString()));
  }

  /** The library's own memory backend, which keeps nothing. */
  static ServerProcess memory() throws IOException {
    return start(List.of());
  }

  private static ServerProcess start(List<String> arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx4g",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-cp",
            System.getProperty("java.class.path"),
            ServerProcess.class.getName());
    builder.command().addAll(arguments);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = process.inputReader();
    String address = output.readLine();
    if (address == null) {
      throw new IOException("a server did not start");
    }
    return new ServerProcess(process, address);
  }

  String address() {
    return address;
  }

  long residentMegabytes() throws IOException {
    return Memory.residentBytes(process.pid()) >> 20;
  }

  /** SIGKILL. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
