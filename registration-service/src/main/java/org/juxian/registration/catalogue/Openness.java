package org.juxian.registration.catalogue;

import java.time.Instant;
import java.util.Map;

/** Whether one can register for an event now. */
public enum Openness {
  OPEN,
  UPCOMING,
  CLOSED,
  FULL,
  CANCELLED;

  /**
   * @param taken places that are taken, by ticket type
   */
  public static Openness of(Event event, Map<String, Integer> taken, Instant now) {
    if (event.cancelled()) {
      return CANCELLED;
    }
    if (!now.isBefore(event.endsAt())) {
      return CLOSED;
    }
    Openness best = CLOSED;
    for (TicketType type : event.ticketTypes()) {
      if (type.terms().areOpenAt(now)) {
        if (taken.getOrDefault(type.id(), 0) < type.terms().capacity()) {
          return OPEN;
        }
        best = FULL;
      } else if (type.terms().openLaterThan(now) && best == CLOSED) {
        best = UPCOMING;
      }
    }
    return best;
  }
}
