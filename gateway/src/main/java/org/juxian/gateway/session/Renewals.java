package org.juxian.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;

/**
 * Gets another access token shortly before one expires.
 *
 * <p>A page sends many requests at once with the same cookie. The first one asks the provider, the
 * others wait for its answer; those that come a little later, still with the old cookie, are given
 * the same answer. So a provider that lets each refresh token be used once sees it used once.
 */
final class Renewals {

  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final Duration LEFT_ALONE = Duration.ofSeconds(2);
  private static final long MOST = 20_000;

  private final Provider provider;
  private final InstantSource clock;
  private final Cache<String, CompletableFuture<Renewal>> flights =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
  private volatile Instant awayUntil = Instant.EPOCH;

  Renewals(Provider provider, InstantSource clock) {
    this.provider = provider;
    this.clock = clock;
  }

  /** Another access token for the session, asked for once. */
  Renewal renew(Session session) {
    if (session.refreshToken() == null) {
      return new Renewal.Refused();
    }
    CompletableFuture<Renewal> mine = new CompletableFuture<>();
    String key = key(session);
    CompletableFuture<Renewal> known = flights.asMap().putIfAbsent(key, mine);
    if (known == null) {
      ask(session, key, mine);
      return mine.join();
    }
    boolean canWait = !known.isDone() && session.isValid(clock.instant());
    return canWait ? new Renewal.Away() : known.join();
  }

  private void ask(Session session, String key, CompletableFuture<Renewal> flight) {
    Renewal renewal = new Renewal.Away();
    try {
      if (!clock.instant().isBefore(awayUntil)) {
        renewal = provider.refresh(session);
      }
    } finally {
      if (renewal instanceof Renewal.Away) {
        flights.asMap().remove(key, flight);
        markAway();
      }
      flight.complete(renewal);
    }
  }

  /** A provider that is away is not asked again for every request. */
  private void markAway() {
    Instant now = clock.instant();
    if (!now.isBefore(awayUntil)) {
      awayUntil = now.plus(LEFT_ALONE);
    }
  }

  private static String key(Session session) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(String.valueOf(session.refreshToken()).getBytes(StandardCharsets.UTF_8));
      hash.update(session.accessToken().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
