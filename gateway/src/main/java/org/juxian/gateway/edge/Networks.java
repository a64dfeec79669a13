package org.juxian.gateway.edge;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of IP networks, to ask whether an address is in one of them. */
final class Networks {

  private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

  /** RFC 1918, RFC 6598, RFC 3927, RFC 4193 and RFC 4291. */
  private static final List<String> PRIVATE =
      List.of(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "169.254.0.0/16",
          "fc00::/7",
          "fe80::/10");

  /** The addresses of one length that begin with the same bits. */
  private record Network(BigInteger beginning, int bits, int length) {

    static Network of(byte[] address, int bits) {
      int length = address.length * Byte.SIZE;
      return new Network(beginning(address, bits), bits, length);
    }

    boolean contains(byte[] address) {
      return address.length * Byte.SIZE == length && beginning(address, bits).equals(beginning);
    }

    private static BigInteger beginning(byte[] address, int bits) {
      return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
    }
  }

  private final List<Network> networks = new ArrayList<>();

  private Networks() {}

  /**
   * Reads networks.
   *
   * @param names {@code 10.1.0.0/16}, {@code 2001:db8::/32}, an address, {@code loopback} or {@code
   *     private}
   * @throws IllegalArgumentException if one of them is none of these
   */
  static Networks of(List<String> names) {
    Networks all = new Networks();
    for (String name : names) {
      switch (name.strip()) {
        case "" -> {}
        case "loopback" -> LOOPBACK.forEach(all::add);
        case "private" -> PRIVATE.forEach(all::add);
        default -> all.add(name.strip());
      }
    }
    return all;
  }

  private void add(String name) {
    int slash = name.indexOf('/');
    byte[] address = bytes(slash < 0 ? name : name.substring(0, slash));
    if (address == null) {
      throw new IllegalArgumentException("Not a network: " + name);
    }
    int most = address.length * Byte.SIZE;
    int bits = slash < 0 ? most : Integer.parseInt(name.substring(slash + 1));
    if (bits < 0 || bits > most) {
      throw new IllegalArgumentException("Not a network: " + name);
    }
    networks.add(Network.of(address, bits));
  }

  /** Whether the text is an IP address in one of the networks; false for any other text. */
  boolean contain(String address) {
    byte[] bytes = bytes(address);
    return bytes != null && networks.stream().anyMatch(network -> network.contains(bytes));
  }

  /** The address's bytes; null for a text that is not an IP address. Never asks a name server. */
  static byte @Nullable [] bytes(String address) {
    try {
      return InetAddress.ofLiteral(address).getAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }
}
