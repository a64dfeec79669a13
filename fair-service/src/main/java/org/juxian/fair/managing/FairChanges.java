package org.juxian.fair.managing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.FairDecision;
import org.juxian.fair.booth.FairRefusal;
import org.juxian.fair.messaging.FairMessages;
import org.springframework.stereotype.Component;

/**
 * Changes a fair: reads, decides, writes under the guard of the revision that was read, and decides
 * anew where somebody else wrote in between. What was decided upon is what is written, or nothing.
 */
@Component
public class FairChanges {

  private static final int MOST_TRIES = 1000;
  private static final int TURNS = 64;

  private final Fairs fairs;
  private final FairMessages messages;
  private final InstantSource clock;
  private final List<Lock> turns = Stream.<Lock>generate(ReentrantLock::new).limit(TURNS).toList();

  FairChanges(Fairs fairs, FairMessages messages, InstantSource clock) {
    this.fairs = fairs;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * Changes the fair of this id.
   *
   * @param decide from the fair and the time to the decision; may be called several times
   */
  public Outcome change(String fairId, BiFunction<Fair, Instant, FairDecision> decide) {
    Optional<Outcome> first = attempt(fairId, decide);
    return first.isPresent() ? first.get() : inTurn(fairId, decide);
  }

  /**
   * Those whom somebody forestalled go on one after another, since each try reads and writes the
   * whole fair. That spares work and guards nothing: another replica has turns of its own.
   */
  private Outcome inTurn(String fairId, BiFunction<Fair, Instant, FairDecision> decide) {
    Lock turn = turns.get(Math.floorMod(fairId.hashCode(), TURNS));
    turn.lock();
    try {
      for (int tries = 1; tries < MOST_TRIES; tries++) {
        Optional<Outcome> outcome = attempt(fairId, decide);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
    } finally {
      turn.unlock();
    }
    throw new IllegalStateException("no write came through in " + MOST_TRIES + " tries");
  }

  /** One try; nothing where somebody else wrote in between. */
  private Optional<Outcome> attempt(String fairId, BiFunction<Fair, Instant, FairDecision> decide) {
    Optional<KeptFair> found = fairs.find(fairId);
    if (found.isEmpty()) {
      return Optional.of(new Outcome.Refused(new FairRefusal.Unknown()));
    }
    KeptFair before = found.get();
    return switch (decide.apply(before.fair(), now())) {
      case FairDecision.Refused(var why) -> Optional.of(new Outcome.Refused(why));
      case FairDecision.Accepted accepted -> {
        if (accepted.fair().equals(before.fair())) {
          yield Optional.of(new Outcome.Done(before));
        }
        boolean written = fairs.replace(before, accepted.fair(), messages.of(fairId, accepted));
        yield written
            ? Optional.of(
                new Outcome.Done(new KeptFair(fairId, before.revision() + 1, accepted.fair())))
            : Optional.empty();
      }
    };
  }

  /** The time as it is kept: to the millisecond. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
