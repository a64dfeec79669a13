package org.juxian.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the client's address: who holds the connection, or, behind proxies that are trusted, the
 * last one in {@code X-Forwarded-For} who is not one of them. What stands before that one was
 * written by the client, and is not believed.
 */
final class ClientAddress {

  private static final String HEADER = "X-Forwarded-For";

  private final Networks trusted;

  ClientAddress(Networks trusted) {
    this.trusted = trusted;
  }

  String of(HttpServletRequest request) {
    String nearest = request.getRemoteAddr();
    if (!trusted.contain(nearest)) {
      return nearest;
    }
    for (String hop : hops(request)) {
      if (Networks.bytes(hop) == null) {
        return nearest;
      }
      nearest = hop;
      if (!trusted.contain(hop)) {
        return nearest;
      }
    }
    return nearest;
  }

  /** The nearest first. */
  private static List<String> hops(HttpServletRequest request) {
    List<String> hops = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders(HEADER))) {
      for (String hop : line.split(",", -1)) {
        hops.add(hop.strip());
      }
    }
    Collections.reverse(hops);
    return hops;
  }
}
