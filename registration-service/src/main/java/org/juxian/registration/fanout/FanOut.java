package org.juxian.registration.fanout;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that each registration of an event must hear of, and how far that has come.
 *
 * @param id the message or the occasion that caused it; each registration remembers it
 * @param changes what changed, for {@link What#CHANGED}
 * @param startsAt the start to remind of, for {@link What#REMINDER}
 * @param after the last registration that has heard; absent at the beginning
 */
public record FanOut(
    String id,
    String eventId,
    What what,
    List<String> changes,
    @Nullable Instant startsAt,
    Instant since,
    @Nullable String after) {

  /** What is told. */
  public enum What {
    CHANGED,
    CANCELLED,
    REMINDER
  }
}
