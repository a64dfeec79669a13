package org.juxian.identity.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The one-time codes of one address: at most one that lives, and when codes were asked for. Each
 * decision carries the state to store; a decision counts only once that state is stored and nobody
 * else stored another in between.
 *
 * @param issuedAt when codes were sent, as long as it matters
 * @param live the newest code until it is used up
 */
public record AddressCodes(List<Instant> issuedAt, @Nullable LiveCode live) {

  /** How long a code can be entered. */
  public static final Duration VALID = Duration.ofMinutes(5);

  /** How many codes may be entered against one that was sent. */
  public static final int TRIES = 5;

  /** An address that never asked. */
  public static final AddressCodes NONE = new AddressCodes(List.of(), null);

  public AddressCodes {
    issuedAt = List.copyOf(issuedAt);
  }

  /** What becomes of the wish for a code. */
  public sealed interface Issue {

    /** It goes out, and replaces the one before. */
    record Sent(AddressCodes next, Instant expiresAt, Instant resendAfter) implements Issue {}

    /** There were too many; nothing changes. */
    record TooMany(Duration retryAfter) implements Issue {}
  }

  /** What becomes of a code that is entered. */
  public sealed interface Entry {

    /** It is right; with this it is used up. */
    record Right(AddressCodes next) implements Entry {}

    /** It is not the one that was sent; one try less. */
    record Wrong(AddressCodes next) implements Entry {}

    /** It is the one that was sent, but too late. */
    record Late(AddressCodes next) implements Entry {}

    /** There is none to compare with: never sent, used, replaced, or tried too often. */
    record NoneLives() implements Entry {}
  }

  /** Asks for a code with this hash. */
  public Issue issue(String hash, Quota quota, Instant now) {
    Duration wait = quota.delay(issuedAt, now);
    if (wait.isPositive()) {
      return new Issue.TooMany(wait);
    }
    List<Instant> remembered = quota.remember(issuedAt, now);
    Instant expiresAt = now.plus(VALID);
    return new Issue.Sent(
        new AddressCodes(remembered, new LiveCode(hash, expiresAt, TRIES)),
        expiresAt,
        now.plus(quota.delay(remembered, now)));
  }

  /**
   * Enters a code.
   *
   * @param fits whether a hash is that of the entered code
   */
  public Entry enter(Predicate<String> fits, Instant now) {
    if (live == null) {
      return new Entry.NoneLives();
    }
    if (!fits.test(live.hash())) {
      return new Entry.Wrong(
          live.triesLeft() > 1 ? new AddressCodes(issuedAt, live.oneTryLess()) : spent());
    }
    return now.isBefore(live.expiresAt()) ? new Entry.Right(spent()) : new Entry.Late(spent());
  }

  private AddressCodes spent() {
    return new AddressCodes(issuedAt, null);
  }
}
