package org.juxian.registration.place;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which zones a person has been and is.
 *
 * @param stays by zone
 */
public record Presence(Map<String, Stay> stays) {

  /**
   * One zone.
   *
   * @param entries how often the person was let in
   * @param enteredAt when last
   * @param scan what can be undone: the last passage, unless it was undone
   * @param wasInside how it was before that passage
   * @param wasEnteredAt when the person was let in last before that passage
   */
  public record Stay(
      boolean inside,
      int entries,
      Instant enteredAt,
      @Nullable String scan,
      boolean wasInside,
      Instant wasEnteredAt) {

    static Stay first(Instant at, String scan) {
      return new Stay(true, 1, at, scan, false, at);
    }

    Stay enter(Instant at, String by) {
      return new Stay(true, entries + 1, at, by, inside, enteredAt);
    }

    Stay leave(String by) {
      return new Stay(false, entries, enteredAt, by, true, enteredAt);
    }

    Stay undo() {
      int before = inside ? entries - 1 : entries;
      return new Stay(wasInside, before, wasEnteredAt, null, wasInside, wasEnteredAt);
    }
  }

  public Presence {
    stays = Map.copyOf(stays);
  }

  /** Been nowhere yet. */
  public static Presence none() {
    return new Presence(Map.of());
  }

  /** Whether the person was not let in anywhere, or all of it was undone. */
  public boolean isNowhere() {
    return stays.values().stream().allMatch(stay -> stay.entries() == 0);
  }

  /** In which zones the person is, in order of their ids. */
  public List<String> inside() {
    return stays.entrySet().stream()
        .filter(stay -> stay.getValue().inside())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** After coming in; empty if no zone admits the person by its rule. */
  Optional<Presence> enter(Passage passage) {
    Map<String, Stay> next = new LinkedHashMap<>(stays);
    boolean admitted = false;
    for (Map.Entry<String, ReEntry> zone : passage.zones().entrySet()) {
      Stay stay = stays.get(zone.getKey());
      if (zone.getValue().admits(stay, passage.at())) {
        next.put(
            zone.getKey(),
            stay == null
                ? Stay.first(passage.at(), passage.scan())
                : stay.enter(passage.at(), passage.scan()));
        admitted = true;
      }
    }
    return admitted ? Optional.of(new Presence(next)) : Optional.empty();
  }

  /** After going out; empty if the person is in none of the zones. */
  Optional<Presence> leave(Passage passage) {
    Map<String, Stay> next = new LinkedHashMap<>(stays);
    boolean left = false;
    for (String zone : passage.zones().keySet()) {
      Stay stay = stays.get(zone);
      if (stay != null && stay.inside()) {
        next.put(zone, stay.leave(passage.scan()));
        left = true;
      }
    }
    return left ? Optional.of(new Presence(next)) : Optional.empty();
  }

  /** As if the passage had not been; empty unless it was the last one somewhere. */
  Optional<Presence> undo(String scan) {
    Map<String, Stay> next = new LinkedHashMap<>(stays);
    boolean undone = false;
    for (Map.Entry<String, Stay> entry : stays.entrySet()) {
      Stay stay = entry.getValue();
      if (scan.equals(stay.scan())) {
        next.put(entry.getKey(), stay.undo());
        undone = true;
      }
    }
    return undone ? Optional.of(new Presence(next)) : Optional.empty();
  }

  /** When the person was let in last into one of these zones. */
  Optional<Instant> lastEntry(Passage passage) {
    return passage.zones().keySet().stream()
        .map(stays::get)
        .filter(stay -> stay != null && stay.entries() > 0)
        .map(Stay::enteredAt)
        .max(Instant::compareTo);
  }

  /** In which zones this was what happened last, in order of their ids. */
  List<String> passedBy(String scan) {
    return stays.entrySet().stream()
        .filter(stay -> scan.equals(stay.getValue().scan()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
