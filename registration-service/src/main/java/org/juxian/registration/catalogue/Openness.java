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
        if (hasRoom(event, type, taken)) {
          return OPEN;
        }
        best = FULL;
      } else if (type.terms().openLaterThan(now) && best == CLOSED) {
        best = UPCOMING;
      }
    }
    return best;
  }

  /** By its own capacity and by every quota that it shares. */
  private static boolean hasRoom(Event event, TicketType type, Map<String, Integer> taken) {
    return taken.getOrDefault(type.id(), 0) < type.terms().capacity()
        && event.admission().settings().quotasOf(type.id()).stream()
            .allMatch(
                quota ->
                    quota.typeIds().stream().mapToInt(id -> taken.getOrDefault(id, 0)).sum()
                        < quota.capacity());
  }
}
