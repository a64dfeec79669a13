package org.juxian.standalone.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Ends the children if the launcher is killed and cannot do it itself.
 *
 * <p>A small shell reads the children's process ids from a pipe. When the launcher is gone, by
 * whatever means, the pipe ends, and the shell ends the children: first asking (SIGTERM), then not
 * (SIGKILL).
 */
public final class Guard implements AutoCloseable {

  private static final String SCRIPT =
      """
      trap '' INT HUP QUIT TERM
      pids=
      while read -r verb pid; do
        case $verb in
          add) pids="$pids $pid" ;;
          remove) left=; for p in $pids; do [ "$p" = "$pid" ] || left="$left $p"; done; pids=$left ;;
        esac
      done
      for p in $pids; do kill -TERM "$p" 2>/dev/null; done
      tries=0
      while [ $tries -lt 10 ]; do
        alive=
        for p in $pids; do kill -0 "$p" 2>/dev/null && alive=yes; done
        [ -z "$alive" ] && exit 0
        tries=$((tries + 1))
        sleep 1
      done
      for p in $pids; do kill -KILL "$p" 2>/dev/null; done
      """;

  private final Process shell;
  private final OutputStream orders;

  private Guard(Process shell) {
    this.shell = shell;
    this.orders = shell.getOutputStream();
  }

  /** Posts the guard. */
  public static Guard post() throws IOException {
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", SCRIPT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Guard(shell);
  }

  void add(long pid) {
    tell("add " + pid);
  }

  void remove(long pid) {
    tell("remove " + pid);
  }

  private synchronized void tell(String order) {
    if (!shell.isAlive()) {
      return;
    }
    try {
      orders.write((order + "\n").getBytes(StandardCharsets.US_ASCII));
      orders.flush();
    } catch (IOException _) {
      // The guard is gone. The launcher still ends the children itself, as long as it lives.
    }
  }

  /** The guard's process id. */
  public long pid() {
    return shell.pid();
  }

  /** Ends the guard, and with it children that still run. */
  @Override
  public synchronized void close() throws IOException {
    orders.close();
  }
}
