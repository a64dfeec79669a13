package org.juxian.identity.signingin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.juxian.identity.code.AddressCodes;
import org.juxian.identity.code.AddressCodes.Issue;
import org.juxian.identity.code.Quota;
import org.juxian.identity.messaging.Announcements;
import org.juxian.identity.persistence.CodeStore;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Language;
import org.juxian.platform.messaging.Stored;
import org.springframework.stereotype.Service;

/**
 * Sends a one-time code to an address, whoever owns it: what is answered does not depend on whether
 * the address is known.
 */
@Service
public class RequestCode {

  private static final int CODES = 1_000_000;
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final int MOST_ATTEMPTS = 20;

  private final CodeStore codes;
  private final CodeHash hashes;
  private final CallerLimits limits;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  RequestCode(CodeStore codes, CodeHash hashes, CallerLimits limits, InstantSource clock) {
    this.codes = codes;
    this.hashes = hashes;
    this.limits = limits;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {

    /**
     * A code is on its way.
     *
     * @param expiresAt until when it can be entered
     * @param resendAfter when another can be asked for
     */
    record Sent(Instant expiresAt, Instant resendAfter) implements Outcome {}

    /** Too many were asked for, for this address or by this caller. */
    record TooMany(Duration retryAfter) implements Outcome {}
  }

  /**
   * @param caller the network address that asks
   */
  public Outcome request(Address address, Language language, String caller) {
    Optional<Duration> wait = limits.count(CallerLimits.Act.ASK_FOR_CODE, caller);
    if (wait.isPresent()) {
      return new Outcome.TooMany(wait.get());
    }
    String code = "%06d".formatted(random.nextInt(CODES));
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Stored<AddressCodes> before = codes.find(address).orElse(null);
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      AddressCodes state = before == null ? AddressCodes.NONE : before.state();
      switch (state.issue(hashes.of(address, code), Quota.OF_ADDRESS, now)) {
        case Issue.TooMany(Duration tooEarly) -> {
          return new Outcome.TooMany(tooEarly);
        }
        case Issue.Sent(AddressCodes next, Instant expiresAt, Instant resendAfter) -> {
          var message =
              Announcements.issued(CodeStore.nameOf(address), address, code, language, expiresAt);
          if (codes.store(address, before, next, now, message)) {
            return new Outcome.Sent(expiresAt, resendAfter);
          }
        }
      }
    }
    return new Outcome.TooMany(SOON);
  }
}
