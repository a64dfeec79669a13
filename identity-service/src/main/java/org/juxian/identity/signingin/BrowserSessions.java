package org.juxian.identity.signingin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.juxian.identity.persistence.SessionStore;
import org.springframework.stereotype.Service;

/**
 * Remembers who signed in with which browser, for 30 days after the last time that it was of use. A
 * browser holds a secret of 256 random bits; the database holds its hash.
 */
@Service
public class BrowserSessions {

  /** How long an unused session lasts. */
  public static final Duration LENGTH = Duration.ofDays(30);

  private static final Duration EXTENDED_AFTER = Duration.ofDays(1);
  private static final int SECRET_BYTES = 32;

  private final SessionStore sessions;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  BrowserSessions(SessionStore sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Who is signed in.
   *
   * @param extended whether the session lasts longer now, so that the browser has to know
   */
  public record SignedIn(String personId, boolean extended) {}

  /** Begins a session and answers its secret. */
  public String open(String personId) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    sessions.open(secret, personId, now, now.plus(LENGTH));
    return secret;
  }

  /** Whose session it is, if it stands; at most once a day this makes it last longer. */
  public Optional<SignedIn> use(String secret) {
    Instant now = clock.instant();
    return sessions
        .find(secret, now)
        .map(
            session -> {
              Instant longest = now.plus(LENGTH);
              boolean extend = session.expiresAt().isBefore(longest.minus(EXTENDED_AFTER));
              if (extend) {
                sessions.extend(secret, longest);
              }
              return new SignedIn(session.personId(), extend);
            });
  }

  /** Ends it. */
  public void close(String secret) {
    sessions.close(secret);
  }
}
