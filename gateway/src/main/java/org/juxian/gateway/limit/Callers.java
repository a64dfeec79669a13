package org.juxian.gateway.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.juxian.gateway.session.Relay;
import org.juxian.gateway.session.SessionAccess;
import org.springframework.http.HttpHeaders;

/** Who counts as one caller. */
final class Callers {

  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  private final SessionAccess sessions;

  Callers(SessionAccess sessions) {
    this.sessions = sessions;
  }

  /** The client's address; of IPv6 its network (/64), since one caller has all of it. */
  static String address(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length == IPV6_BYTES
          ? Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, NETWORK_BYTES))
          : address;
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }

  /**
   * The signed-in person, or the token. A token is not checked here, so it counts by itself and not
   * for the person whom it names: a made-up one uses up nobody's allowance.
   */
  Optional<String> person(HttpServletRequest request) {
    return Relay.isBearer(request)
        ? Optional.of(hash(request.getHeader(HttpHeaders.AUTHORIZATION)))
        : sessions.personId(request);
  }

  private static String hash(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(Arrays.copyOf(hash, IPV6_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
