package org.juxian.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.juxian.gateway.PublicAddress;

/**
 * This machine has several names, and cookies belong to one of them: whoever opens a page at {@code
 * 127.0.0.1} where people were told {@code localhost} could not sign in there. Between other names
 * nothing is decided here: a proxy may use its own.
 */
final class OtherName {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final PublicAddress address;

  OtherName(PublicAddress address) {
    this.address = address;
  }

  /** The page's address under the name that people were told; empty if this is it. */
  Optional<String> canonical(HttpServletRequest request) {
    String told = address.publicUrl().getHost();
    String used = request.getServerName();
    boolean other =
        !used.equals(told)
            && THIS_MACHINE.contains(told)
            && THIS_MACHINE.contains(used)
            && request.getServerPort() == address.port();
    return other && isPage(request) ? Optional.of(address.at(target(request))) : Optional.empty();
  }

  /** What a program asks for is answered under every name. */
  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
  }

  private static String target(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }
}
