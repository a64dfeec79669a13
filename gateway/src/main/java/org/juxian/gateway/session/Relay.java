package org.juxian.gateway.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.springframework.http.HttpHeaders;

/** On whose behalf a request goes on to a service. */
public final class Relay {

  private static final String TOKEN = Relay.class.getName() + ".token";
  private static final String NOT_RENEWED = Relay.class.getName() + ".notRenewed";
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
  private static final String BEARER = "Bearer ";

  private Relay() {}

  /** Whether the client brings a token of its own; then its session does not count. */
  public static boolean isBearer(HttpServletRequest request) {
    String given = request.getHeader(HttpHeaders.AUTHORIZATION);
    return given != null && given.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  /** The {@code Authorization} for the service: the client's own token, else the session's. */
  public static @Nullable String authorization(HttpServletRequest request) {
    if (isBearer(request) || request.getServletPath().startsWith("/oauth2/")) {
      return request.getHeader(HttpHeaders.AUTHORIZATION);
    }
    return request.getAttribute(TOKEN) instanceof String token ? BEARER + token : null;
  }

  /**
   * Whether there is a session whose token could not be renewed, so that the request goes on as
   * nobody's. If the service then asks for a sign-in, that would mislead.
   */
  public static boolean isNotRenewed(HttpServletRequest request) {
    return request.getAttribute(NOT_RENEWED) != null;
  }

  /** What is said to a person whose session cannot be renewed just now. */
  public static Problem notRenewed() {
    return Problem.of(503, "session-not-renewed").retryAfter(TRY_AGAIN);
  }

  /** The provider's own cookies; ours stay here. */
  public static String cookiesForProvider(HttpServletRequest request) {
    StringJoiner cookies = new StringJoiner("; ");
    Cookie[] all = request.getCookies();
    if (all != null) {
      for (Cookie cookie : all) {
        if (!SessionCookies.isOurs(cookie.getName())) {
          cookies.add(cookie.getName() + "=" + cookie.getValue());
        }
      }
    }
    return cookies.toString();
  }

  static void use(String accessToken, HttpServletRequest request) {
    request.setAttribute(TOKEN, accessToken);
  }

  static void markNotRenewed(HttpServletRequest request) {
    request.setAttribute(NOT_RENEWED, true);
  }
}
