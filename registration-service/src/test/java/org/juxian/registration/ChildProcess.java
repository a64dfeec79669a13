package org.juxian.registration;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A server in a process of its own, which can be killed and started again. */
final class ChildProcess implements AutoCloseable {

  private final String name;
  private final Map<String, String> environment;
  private final List<String> command = new ArrayList<>();
  private Process process;

  /**
   * Starts it; it may take a while until it answers.
   *
   * @param name of its log file
   * @param leftOut entries of our class path that it must not have
   */
  ChildProcess(
      String name,
      Map<String, String> environment,
      Predicate<String> leftOut,
      List<String> mainAndArguments) {
    this.name = name;
    this.environment = environment;
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "-XX:MetaspaceSize=192m",
            "-Xms256m",
            "-Xmx256m",
            "-Xmn96m",
            "-cp",
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(leftOut.negate())
                .collect(Collectors.joining(File.pathSeparator))));
    command.addAll(mainAndArguments);
    start();
  }

  /** Starts it again. */
  void start() {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/" + name + ".log")))
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** As kill -9 does. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
