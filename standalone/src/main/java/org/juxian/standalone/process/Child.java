package org.juxian.standalone.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a child process. */
final class Child {

  private static final long LARGE_LOG = 8L * 1024 * 1024;

  /**
   * Ctrl-C in a terminal reaches every process of the group at once. The children ignore it, and
   * HotSpot respects that, so that the launcher alone ends them, in order. {@code exec} keeps the
   * process id.
   */
  private static final List<String> DEAF_TO_THE_TERMINAL =
      List.of("/bin/sh", "-c", "trap '' INT HUP QUIT; exec \"$@\"", "sh");

  private final Process process;
  private final Guard guard;

  private Child(Process process, Guard guard) {
    this.process = process;
    this.guard = guard;
  }

  static Child start(ChildSpec spec, Guard guard) throws IOException {
    prepareLog(spec.log());
    List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
    command.addAll(spec.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
    builder.environment().putAll(spec.environment());
    Process process = builder.start();
    guard.add(process.pid());
    return new Child(process, guard);
  }

  private static void prepareLog(Path log) throws IOException {
    Path folder = log.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
      Path older = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, older, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Waits for the end and answers the exit code. */
  int awaitExit() throws InterruptedException {
    int code = process.waitFor();
    guard.remove(process.pid());
    return code;
  }

  /** Asks the process to end, and makes it if it does not within the patience. */
  void terminate(Duration patience) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
      process.waitFor();
    }
    guard.remove(process.pid());
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
  }
}
