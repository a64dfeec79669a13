package org.juxian.registration.checkin;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/**
 * How many people are at an event, right now.
 *
 * @param arrived who were let in
 * @param inside who are in some zone
 * @param zones by id
 * @param types by ticket type
 * @param arrivals how many were let in first, by the quarter of an hour that begins then
 */
public record Counts(
    int arrived,
    int inside,
    Map<String, OfZone> zones,
    Map<String, OfType> types,
    SortedMap<Instant, Integer> arrivals) {

  /**
   * The people of one zone.
   *
   * @param people who were ever let in
   * @param entries how often somebody was let in
   */
  public record OfZone(int inside, int people, int entries) {

    public static final OfZone NONE = new OfZone(0, 0, 0);

    OfZone plus(Present.InZone one) {
      return new OfZone(
          inside + (one.inside() ? 1 : 0),
          people + (one.entries() > 0 ? 1 : 0),
          entries + one.entries());
    }
  }

  /** The people of one kind of ticket. */
  public record OfType(int arrived, int inside) {

    public static final OfType NONE = new OfType(0, 0);

    OfType plus(boolean isInside) {
      return new OfType(arrived + 1, inside + (isInside ? 1 : 0));
    }
  }
}
