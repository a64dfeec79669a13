package org.juxian.gateway.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of a browser: the tokens that it stands for. Never written to a log.
 *
 * @param accessToken for the services
 * @param expiresAt when the access token does
 * @param refreshToken for further access tokens; null if the provider gives none
 * @param person whose session it is
 * @param startedAt when the person signed in
 */
record Session(
    String accessToken,
    Instant expiresAt,
    @Nullable String refreshToken,
    SignedIn person,
    Instant startedAt) {

  private static final Duration SHORTLY_BEFORE = Duration.ofSeconds(30);

  /** Whether the services still take the access token. */
  boolean isValid(Instant now) {
    return now.isBefore(expiresAt);
  }

  /** Whether it is time for another access token. */
  boolean isDue(Instant now) {
    return !now.isBefore(expiresAt.minus(SHORTLY_BEFORE));
  }

  @Override
  public String toString() {
    return "Session of " + person.personId();
  }
}
