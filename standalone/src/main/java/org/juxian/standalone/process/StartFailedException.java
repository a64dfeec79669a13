package org.juxian.standalone.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process ended, or was not ready in time, at its first start. */
public final class StartFailedException extends Exception {

  private final transient String process;
  private final transient @Nullable Integer exitCode;
  private final transient Path log;
  private final transient List<String> lastLines;

  StartFailedException(
      String process,
      @Nullable Integer exitCode,
      Duration waited,
      Path log,
      List<String> lastLines) {
    super(
        exitCode == null
            ? process + " was not ready after " + waited.toSeconds() + " s."
            : process + " ended with exit code " + exitCode + ".");
    this.process = process;
    this.exitCode = exitCode;
    this.log = log;
    this.lastLines = List.copyOf(lastLines);
  }

  /** The name of the process. */
  public String process() {
    return process;
  }

  /** Null if the process ran, but was not ready in time. */
  public @Nullable Integer exitCode() {
    return exitCode;
  }

  /** Where its whole log is. */
  public Path log() {
    return log;
  }

  /** What it said last. */
  public List<String> lastLines() {
    return lastLines;
  }
}
