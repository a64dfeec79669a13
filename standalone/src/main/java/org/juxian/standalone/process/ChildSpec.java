package org.juxian.standalone.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a child process is started and known to be ready.
 *
 * @param name as people read it, and the name of its log file
 * @param command program and arguments
 * @param environment added to the launcher's own
 * @param log takes what the process prints; grows from start to start
 * @param readiness asked again and again until it says yes
 * @param startLimit the process is given up if it is not ready by then
 */
public record ChildSpec(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path log,
    Readiness readiness,
    Duration startLimit) {

  public ChildSpec {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /**
   * The same process with another command, for a run that records what its next start will need.
   */
  public ChildSpec withCommand(List<String> newCommand) {
    return new ChildSpec(name, newCommand, environment, log, readiness, startLimit);
  }
}
