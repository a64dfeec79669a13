package org.juxian.gateway.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies that hold a session: out of reach of scripts, over TLS bound to this host, and cut
 * into pieces where it is larger than browsers keep in one (RFC 6265, section 6.1: 4096 bytes).
 */
final class SessionCookies {

  static final String NAME = "juxian-session";
  static final String PENDING = "juxian-signin";

  private static final String HOST_ONLY = "__Host-";
  private static final int PIECE = 3800;
  private static final int MOST_PIECES = 5;

  private final boolean secure;

  SessionCookies(boolean secure) {
    this.secure = secure;
  }

  /** Whether a cookie is the gateway's own. */
  static boolean isOurs(String cookie) {
    String name = cookie.startsWith(HOST_ONLY) ? cookie.substring(HOST_ONLY.length()) : cookie;
    return name.startsWith(NAME) || name.startsWith(PENDING) || name.equals("XSRF-TOKEN");
  }

  /** What is kept; nothing if a piece is missing. */
  Optional<String> read(HttpServletRequest request) {
    Map<String, String> pieces = pieces(request);
    String first = pieces.get(name(0));
    int dot = first == null ? -1 : first.indexOf('.');
    if (first == null || dot != 1 || !Character.isDigit(first.charAt(0))) {
      return Optional.empty();
    }
    int count = Character.digit(first.charAt(0), 10);
    StringBuilder whole = new StringBuilder(first.substring(dot + 1));
    for (int i = 1; i < count; i++) {
      String piece = pieces.get(name(i));
      if (piece == null) {
        return Optional.empty();
      }
      whole.append(piece);
    }
    return Optional.of(whole.toString());
  }

  /**
   * Keeps a text.
   *
   * @throws IllegalStateException if it is larger than servers take in a request's headers
   */
  void write(String text, Duration age, HttpServletRequest request, HttpServletResponse response) {
    int count = (text.length() + PIECE - 1) / PIECE;
    if (count > MOST_PIECES) {
      throw new IllegalStateException(
          "A session of " + text.length() + " characters is too large.");
    }
    for (int i = 0; i < count; i++) {
      String piece = text.substring(i * PIECE, Math.min(text.length(), (i + 1) * PIECE));
      add(response, name(i), i == 0 ? count + "." + piece : piece, age);
    }
    removeFrom(count, request, response);
  }

  /** Takes all pieces away. */
  void remove(HttpServletRequest request, HttpServletResponse response) {
    removeFrom(0, request, response);
  }

  private void removeFrom(int piece, HttpServletRequest request, HttpServletResponse response) {
    Map<String, String> known = pieces(request);
    for (int i = piece; i < MOST_PIECES; i++) {
      if (known.containsKey(name(i))) {
        add(response, name(i), "", Duration.ZERO);
      }
    }
  }

  private String name(int piece) {
    return (secure ? HOST_ONLY : "") + NAME + (piece == 0 ? "" : "." + piece);
  }

  private static Map<String, String> pieces(HttpServletRequest request) {
    Map<String, String> pieces = new HashMap<>();
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        pieces.put(cookie.getName(), cookie.getValue());
      }
    }
    return pieces;
  }

  private void add(HttpServletResponse response, String name, String value, Duration age) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .path("/")
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .maxAge(age)
            .build()
            .toString());
  }
}
