package org.juxian.registration.place;

import java.time.Instant;
import java.util.LinkedHashMap;
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
   */
  public record Stay(
      boolean inside, int entries, Instant enteredAt, @Nullable String scan, boolean wasInside) {}

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

  /** After coming in; empty if no zone admits the person by the rule. */
  Optional<Presence> enter(Passage passage) {
    Map<String, Stay> next = new LinkedHashMap<>(stays);
    boolean admitted = false;
    for (String zone : passage.zones()) {
      Stay stay = stays.get(zone);
      boolean inside = stay != null && stay.inside();
      int entries = stay == null ? 0 : stay.entries();
      if (passage.rule().admits(inside, entries)) {
        next.put(zone, new Stay(true, entries + 1, passage.at(), passage.scan(), inside));
        admitted = true;
      }
    }
    return admitted ? Optional.of(new Presence(next)) : Optional.empty();
  }

  /** After going out; empty if the person is in none of the zones. */
  Optional<Presence> leave(Passage passage) {
    Map<String, Stay> next = new LinkedHashMap<>(stays);
    boolean left = false;
    for (String zone : passage.zones()) {
      Stay stay = stays.get(zone);
      if (stay != null && stay.inside()) {
        next.put(zone, new Stay(false, stay.entries(), stay.enteredAt(), passage.scan(), true));
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
        int entries = stay.inside() ? stay.entries() - 1 : stay.entries();
        next.put(
            entry.getKey(),
            new Stay(stay.wasInside(), entries, stay.enteredAt(), null, stay.wasInside()));
        undone = true;
      }
    }
    return undone ? Optional.of(new Presence(next)) : Optional.empty();
  }

  /** When the person was let in last into one of these zones. */
  Optional<Instant> lastEntry(Passage passage) {
    return passage.zones().stream()
        .map(stays::get)
        .filter(stay -> stay != null && stay.entries() > 0)
        .map(Stay::enteredAt)
        .max(Instant::compareTo);
  }
}
