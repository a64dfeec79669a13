package org.juxian.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * From which network address a request came, for limits. What {@code X-Forwarded-For} says is
 * believed only of a peer that is a trusted proxy, and only its last entries, one for each proxy
 * that we run: what stands before them a caller may have made up. Of an IPv6 address the network
 * (/64) counts, since one caller has all of it.
 */
@Component
final class CallerAddress {

  private final List<IpAddressMatcher> trusted;
  private final int hops;

  /**
   * @param trusted networks of the proxies that may speak for others, such as {@code 10.0.0.0/8}
   * @param hops how many proxies add to the header: 1 for the gateway alone
   */
  CallerAddress(
      @Value("${juxian.identity.trusted-proxies}") List<String> trusted,
      @Value("${juxian.identity.trusted-hops}") int hops) {
    this.trusted = trusted.stream().map(String::strip).map(IpAddressMatcher::new).toList();
    this.hops = hops;
  }

  String of(HttpServletRequest request) {
    return network(
        of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For"))));
  }

  /** The address, given the peer's and the header's lines. */
  String of(String peer, List<String> forwardedFor) {
    List<String> entries =
        forwardedFor.stream()
            .flatMap(line -> List.of(line.split(",", -1)).stream())
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .toList();
    boolean believed = trusted.stream().anyMatch(network -> network.matches(peer));
    return believed && !entries.isEmpty() ? entries.get(Math.max(0, entries.size() - hops)) : peer;
  }

  /** What counts as one caller. */
  static String network(String address) {
    String plain = address.replaceAll("[\\[\\]]", "").replaceAll("%.*", "");
    String[] groups = plain.split(":", -1);
    if (groups.length < 3 || plain.contains(".")) {
      return plain;
    }
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < 4 && i < groups.length && !groups[i].isEmpty(); i++) {
      network.append(Integer.toHexString(hex(groups[i]))).append(':');
    }
    return network.append(":/64").toString();
  }

  private static int hex(String group) {
    try {
      return Integer.parseInt(group, 16);
    } catch (NumberFormatException notHexadecimal) {
      return 0;
    }
  }
}
