package org.juxian.gateway.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.security.AllowedTo;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells the web app who is signed in, and signs out. */
@RestController
@RequestMapping("/api/session")
@AllowedTo(anyone = true)
class SessionController {

  private final Sessions sessions;
  private final Renewals renewals;
  private final Provider provider;
  private final InstantSource clock;

  SessionController(Sessions sessions, Renewals renewals, Provider provider, InstantSource clock) {
    this.sessions = sessions;
    this.renewals = renewals;
    this.provider = provider;
    this.clock = clock;
  }

  record SessionView(boolean signedIn, @Nullable SignedIn person) {}

  /** Who is signed in; renews the session if it is time, so that what is said is true. */
  @GetMapping
  SessionView session(HttpServletRequest request, HttpServletResponse response) {
    return sessions
        .of(request)
        .flatMap(session -> current(session, request, response))
        .map(session -> new SessionView(true, session.person()))
        .orElse(new SessionView(false, null));
  }

  private Optional<Session> current(
      Session session, HttpServletRequest request, HttpServletResponse response) {
    if (!session.isDue(clock.instant())) {
      return Optional.of(session);
    }
    return switch (renewals.renew(session)) {
      case Renewal.Renewed(Session next) -> {
        sessions.keep(next, request, response);
        yield Optional.of(next);
      }
      case Renewal.Refused() -> {
        sessions.end(request, response);
        yield Optional.empty();
      }
      case Renewal.Away() -> Optional.of(session);
    };
  }

  /**
   * Ends the session here and at the provider. Where the provider does not answer, the browser at
   * least forgets what it has of it.
   */
  @PostMapping("/sign-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request, HttpServletResponse response) {
    sessions.of(request).map(Session::refreshToken).ifPresent(provider::revoke);
    sessions.end(request, response);
    List<String> ended = provider.endSession(Relay.cookiesForProvider(request));
    ended.forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
    if (ended.isEmpty()) {
      forgetProvider(request, response);
    }
  }

  private static void forgetProvider(HttpServletRequest request, HttpServletResponse response) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return;
    }
    for (Cookie cookie : cookies) {
      if (!SessionCookies.isOurs(cookie.getName())) {
        response.addHeader(
            HttpHeaders.SET_COOKIE,
            cookie.getName()
                + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"
                + (request.isSecure() ? "; Secure" : ""));
      }
    }
  }
}
