package org.juxian.standalone;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Ports that the platform wants are used by another program, or wanted by two of its own processes.
 */
public final class PortsTakenException extends Exception {

  private final transient List<Port> taken;

  PortsTakenException(List<Port> taken, Ports ports) {
    super(
        taken.stream()
            .map(port -> ports.of(port) + " (" + port.part().label() + ")")
            .collect(Collectors.joining(", ", "Ports are taken: ", ".")));
    this.taken = List.copyOf(taken);
  }

  /** In the order of {@link Port}. */
  public List<Port> taken() {
    return taken;
  }
}
