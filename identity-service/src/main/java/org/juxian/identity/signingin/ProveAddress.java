package org.juxian.identity.signingin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.juxian.identity.code.AddressCodes;
import org.juxian.identity.code.AddressCodes.Entry;
import org.juxian.identity.persistence.CodeStore;
import org.juxian.identity.person.Address;
import org.juxian.platform.messaging.Stored;
import org.springframework.stereotype.Service;

/**
 * Takes the code that somebody entered for an address. Each try is stored before its answer is
 * given, and only one try can be stored after another: however many come at once, no code is tried
 * more than five times and none is right twice.
 */
@Service
public class ProveAddress {

  /** With at most five tries a code, others can only come in between so often. */
  private static final int MOST_ATTEMPTS = 20;

  private final CodeStore codes;
  private final CodeHash hashes;
  private final CallerLimits limits;
  private final InstantSource clock;

  ProveAddress(CodeStore codes, CodeHash hashes, CallerLimits limits, InstantSource clock) {
    this.codes = codes;
    this.hashes = hashes;
    this.limits = limits;
    this.clock = clock;
  }

  /** What a code proves. */
  public enum Proof {
    /** The address belongs to whoever entered it. */
    PROVEN,
    /** Nothing: it is wrong, used, replaced, was never sent, or was tried too often. */
    WRONG,
    /** Nothing any longer: it was right, but it is too late. */
    LATE
  }

  /** What comes of a try. */
  public sealed interface Outcome {

    record Tried(Proof proof) implements Outcome {}

    /** The caller entered too many wrong codes; this one was not looked at. */
    record TooMany(Duration retryAfter) implements Outcome {}
  }

  /**
   * @param caller the network address that asks
   */
  public Outcome prove(Address address, String code, String caller) {
    Optional<Duration> wait = limits.count(CallerLimits.Act.ENTER_WRONG_CODE, caller);
    if (wait.isPresent()) {
      return new Outcome.TooMany(wait.get());
    }
    Proof proof = enter(address, hashes.fits(address, code));
    if (proof != Proof.WRONG) {
      limits.uncount(CallerLimits.Act.ENTER_WRONG_CODE, caller);
    }
    return new Outcome.Tried(proof);
  }

  private Proof enter(Address address, Predicate<String> fits) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Instant now = clock.instant();
      Optional<Stored<AddressCodes>> before = codes.find(address);
      if (before.isEmpty()) {
        return Proof.WRONG;
      }
      switch (before.get().state().enter(fits, now)) {
        case Entry.NoneLives() -> {
          return Proof.WRONG;
        }
        case Entry.Right(AddressCodes next) -> {
          if (codes.store(address, before.get(), next, now)) {
            return Proof.PROVEN;
          }
        }
        case Entry.Late(AddressCodes next) -> {
          if (codes.store(address, before.get(), next, now)) {
            return Proof.LATE;
          }
        }
        case Entry.Wrong(AddressCodes next) -> {
          if (codes.store(address, before.get(), next, now)) {
            return Proof.WRONG;
          }
        }
      }
    }
    return Proof.WRONG;
  }
}
