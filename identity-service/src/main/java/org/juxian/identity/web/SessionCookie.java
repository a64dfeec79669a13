package org.juxian.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.juxian.identity.signingin.BrowserSessions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie with which a browser shows who signed in with it: out of reach of scripts, not sent
 * along from other sites except when following a link, and over https nowhere but to this host.
 */
@Component
final class SessionCookie {

  private static final String NAME = "juxian-identity";

  private final boolean secure;

  SessionCookie(@Value("${juxian.issuer}") String publicUrl) {
    this.secure = publicUrl.startsWith("https://");
  }

  /** Its name; the prefix makes browsers refuse one that another host of the domain sets. */
  String name() {
    return secure ? "__Host-" + NAME : NAME;
  }

  /** Gives the browser the session's secret. */
  ResponseCookie with(String secret) {
    return cookie(secret, BrowserSessions.LENGTH);
  }

  /** Takes it away. */
  ResponseCookie gone() {
    return cookie("", Duration.ZERO);
  }

  /** The secret that the browser shows. */
  Optional<String> secret(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name()))
            .map(Cookie::getValue)
            .filter(value -> value != null && !value.isEmpty())
            .findFirst();
  }

  private ResponseCookie cookie(String value, Duration age) {
    return ResponseCookie.from(name(), value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .path("/")
        .maxAge(age)
        .build();
  }
}
