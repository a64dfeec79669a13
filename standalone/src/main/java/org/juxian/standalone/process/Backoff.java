package org.juxian.standalone.process;

import java.time.Duration;

/**
 * How long to wait before a process is started again: doubling with each death in a row, up to a
 * limit.
 *
 * @param first the wait after the first death
 * @param most the longest wait
 * @param forgiveAfter a process that ran so long before it died begins anew
 */
public record Backoff(Duration first, Duration most, Duration forgiveAfter) {

  /** Half a second to half a minute; forgiven after a minute. */
  public static final Backoff DEFAULT =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(1));

  /** The wait after so many deaths in a row, counted from 1. */
  Duration after(int deathsInARow) {
    int doublings = Math.min(deathsInARow - 1, 20);
    Duration wait = first.multipliedBy(1L << doublings);
    return wait.compareTo(most) > 0 ? most : wait;
  }
}
