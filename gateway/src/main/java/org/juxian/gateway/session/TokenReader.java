package org.juxian.gateway.session;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

/**
 * Reads from a provider's tokens who is signed in. They came from the provider itself, over our own
 * connection to it, so their signature needs no check here; the services check it.
 */
final class TokenReader {

  private static final Duration UNLESS_SAID = Duration.ofMinutes(1);

  private TokenReader() {}

  /**
   * A session from fresh tokens.
   *
   * @param other what else is known of the person: the claims of an id token, or of the session
   */
  static Session session(
      OAuth2AccessToken access, @Nullable String refresh, Map<String, Object> other, Instant now) {
    return session(access, refresh, other, now, now);
  }

  static Session session(
      OAuth2AccessToken access,
      @Nullable String refresh,
      Map<String, Object> other,
      Instant now,
      Instant startedAt) {
    Map<String, Object> claims = new HashMap<>(other);
    claims.putAll(claims(access.getTokenValue()));
    Instant expires = access.getExpiresAt();
    return new Session(
        access.getTokenValue(),
        expires == null ? now.plus(UNLESS_SAID) : expires,
        refresh,
        person(claims),
        startedAt);
  }

  /** The claims of a session's person, for {@link #session}. */
  static Map<String, Object> known(SignedIn person) {
    return Map.of(
        "sub", person.personId(),
        "name", person.name(),
        "lang", person.language(),
        "grants", person.grants());
  }

  /** Of an access token that is no JWT: none. */
  private static Map<String, Object> claims(String token) {
    try {
      return JWTParser.parse(token).getJWTClaimsSet().getClaims();
    } catch (ParseException opaque) {
      return Map.of();
    }
  }

  private static SignedIn person(Map<String, Object> claims) {
    return new SignedIn(
        text(claims.get("sub")),
        text(claims.get("name")),
        "en".equals(claims.get("lang")) ? "en" : "zh",
        claims.get("grants") instanceof List<?> grants
            ? grants.stream().map(TokenReader::text).toList()
            : List.of());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
