package org.juxian.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which number each port has in one run.
 *
 * @param numbers one for each {@link Port}
 */
public record Ports(Map<Port, Integer> numbers) {

  /**
   * Added to every port that is not named by itself, so that two platforms run beside each other.
   */
  public static final String OFFSET_VARIABLE = "JUXIAN_PORT_OFFSET";

  private static final int HIGHEST = 65_535;

  public Ports {
    numbers = Map.copyOf(numbers);
  }

  /** The usual ports, moved as the environment says. */
  public static Ports from(Map<String, String> environment) {
    int offset = number(environment, OFFSET_VARIABLE, 0, -HIGHEST);
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      int number = number(environment, port.variable(), port.usual() + offset, 1);
      if (number < 1 || number > HIGHEST) {
        throw new BadSettingException(OFFSET_VARIABLE, String.valueOf(offset));
      }
      numbers.put(port, number);
    }
    return new Ports(numbers);
  }

  /** The usual ports, each so much higher. */
  public static Ports withOffset(int offset) {
    return from(Map.of(OFFSET_VARIABLE, String.valueOf(offset)));
  }

  /** Ports that are free at this moment, for tests. */
  public static Ports free() {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (Port port : Port.values()) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        numbers.put(port, socket.getLocalPort());
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Ports(numbers);
  }

  /** The number of one port. */
  public int of(Port port) {
    Integer number = numbers.get(port);
    if (number == null) {
      throw new IllegalStateException("No number for " + port);
    }
    return number;
  }

  /**
   * Those ports of the given processes that another program already uses, or that two of ours would
   * share.
   */
  List<Port> taken(Set<Part> parts) {
    Set<Integer> seen = new HashSet<>();
    List<Port> taken = new ArrayList<>();
    for (Port port : Port.values()) {
      if (parts.contains(port.part()) && (!seen.add(of(port)) || !bindable(of(port)))) {
        taken.add(port);
      }
    }
    return taken;
  }

  private static boolean bindable(int number) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int number(
      Map<String, String> environment, String variable, int otherwise, int least) {
    String text = environment.getOrDefault(variable, "");
    if (text.isBlank()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= HIGHEST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw new BadSettingException(variable, text);
  }
}
