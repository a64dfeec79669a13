package org.juxian.fair.managing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
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

  private final Fairs fairs;
  private final FairMessages messages;
  private final InstantSource clock;

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
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<KeptFair> found = fairs.find(fairId);
      if (found.isEmpty()) {
        return new Outcome.Refused(new FairRefusal.Unknown());
      }
      KeptFair before = found.get();
      switch (decide.apply(before.fair(), now())) {
        case FairDecision.Refused(var why) -> {
          return new Outcome.Refused(why);
        }
        case FairDecision.Accepted accepted -> {
          if (accepted.fair().equals(before.fair())) {
            return new Outcome.Done(before);
          }
          if (fairs.replace(before, accepted.fair(), messages.of(fairId, accepted))) {
            return new Outcome.Done(new KeptFair(fairId, before.revision() + 1, accepted.fair()));
          }
        }
      }
    }
    throw new IllegalStateException("no write came through in " + MOST_TRIES + " tries");
  }

  /** The time as it is kept: to the millisecond. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
