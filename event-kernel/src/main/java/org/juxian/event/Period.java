package org.juxian.event;

import java.time.Instant;

/**
 * A span of time: from its start, which belongs to it, to its end, which does not.
 *
 * @param startsAt the first moment
 * @param endsAt the moment at which it is over
 */
public record Period(Instant startsAt, Instant endsAt) {

  /** Whether there is a moment that both have. */
  public boolean overlaps(Period other) {
    return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
  }

  /** Whether the other lies wholly within this one. */
  public boolean contains(Period other) {
    return !other.startsAt.isBefore(startsAt) && !other.endsAt.isAfter(endsAt);
  }

  /** Whether it is over at that moment. */
  public boolean isOverAt(Instant now) {
    return !endsAt.isAfter(now);
  }
}
