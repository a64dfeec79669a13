package org.juxian.registration.agenda;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.juxian.registration.persistence.FeedStore;
import org.springframework.stereotype.Service;

/**
 * Gives out the addresses of private calendar feeds: 256 bits of chance, of which only a hash is
 * stored. A feed is found by that hash, so how long it takes tells nothing about the secret.
 */
@Service
public class Feeds {

  private static final int BYTES = 32;
  private static final int LONGEST = 100;

  private final FeedStore store;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Feeds(FeedStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A new secret for a person's feed; the one before is good for nothing from now on. */
  public String renew(String personId, Locale language) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    store.put(
        new Feed(personId, hash(secret), language, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    return secret;
  }

  /** Ends a person's feed. */
  public void end(String personId) {
    store.remove(personId);
  }

  /** A person's feed, if they have one. */
  public Optional<Feed> of(String personId) {
    return store.find(personId);
  }

  /** The feed with this secret. */
  public Optional<Feed> by(String secret) {
    return secret.length() > LONGEST ? Optional.empty() : store.findByHash(hash(secret));
  }

  private static String hash(String secret) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
