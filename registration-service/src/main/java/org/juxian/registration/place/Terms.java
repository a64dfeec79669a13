package org.juxian.registration.place;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On which terms a ticket type is given out.
 *
 * @param capacity places: persons, or teams where {@code team} is given
 * @param opensAt from when on
 * @param closesAt until just before when
 * @param team given where teams register
 */
public record Terms(int capacity, Instant opensAt, Instant closesAt, @Nullable TeamSize team) {

  /** How many members a team has, both ends included. */
  public record TeamSize(int minMembers, int maxMembers) {}

  public boolean areOpenAt(Instant now) {
    return !now.isBefore(opensAt) && now.isBefore(closesAt);
  }

  public boolean openLaterThan(Instant now) {
    return now.isBefore(opensAt);
  }
}
