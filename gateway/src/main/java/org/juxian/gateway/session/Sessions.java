package org.juxian.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sessions, which only the browsers keep: any replica reads them, and a restart ends none. What
 * a browser shows is believed because nobody else can seal it.
 */
class Sessions {

  private static final String PURPOSE = "session";
  private static final String ATTRIBUTE = Sessions.class.getName();

  /** What is sealed; times in seconds since 1970. */
  private record Kept(
      String access, long expires, @Nullable String refresh, SignedIn person, long started) {}

  private final Sealer sealer;
  private final SessionCookies cookies;
  private final JsonMapper json;
  private final InstantSource clock;
  private final Duration lifetime;

  Sessions(
      Sealer sealer,
      SessionCookies cookies,
      JsonMapper json,
      InstantSource clock,
      Duration lifetime) {
    this.sealer = sealer;
    this.cookies = cookies;
    this.json = json;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** The browser's session, opened once for each request. */
  Optional<Session> of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Optional<?> known) {
      return known.map(Session.class::cast);
    }
    Optional<Session> session = cookies.read(request).flatMap(this::open);
    request.setAttribute(ATTRIBUTE, session);
    return session;
  }

  private Optional<Session> open(String sealed) {
    return sealer.open(PURPOSE, sealed).flatMap(this::parse).filter(this::isWithinLifetime);
  }

  private boolean isWithinLifetime(Session session) {
    return clock.instant().isBefore(session.startedAt().plus(lifetime));
  }

  private Optional<Session> parse(byte[] plain) {
    try {
      Kept kept = json.readValue(plain, Kept.class);
      return Optional.of(
          new Session(
              kept.access(),
              Instant.ofEpochSecond(kept.expires()),
              kept.refresh(),
              kept.person(),
              Instant.ofEpochSecond(kept.started())));
    } catch (JacksonException ofAnotherVersion) {
      return Optional.empty();
    }
  }

  /** Gives the browser this session, in place of any other. */
  void keep(Session session, HttpServletRequest request, HttpServletResponse response) {
    Kept kept =
        new Kept(
            session.accessToken(),
            session.expiresAt().getEpochSecond(),
            session.refreshToken(),
            session.person(),
            session.startedAt().getEpochSecond());
    Duration left = Duration.between(clock.instant(), session.startedAt().plus(lifetime));
    cookies.write(sealer.seal(PURPOSE, json.writeValueAsBytes(kept)), left, request, response);
    request.setAttribute(ATTRIBUTE, Optional.of(session));
  }

  /** Takes the session away from the browser. */
  void end(HttpServletRequest request, HttpServletResponse response) {
    cookies.remove(request, response);
    request.setAttribute(ATTRIBUTE, Optional.empty());
  }
}
