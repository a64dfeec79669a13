package org.juxian.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/** What others are told about an event because of a decision. */
public sealed interface Announcement {

  /** Nothing: it concerns its organisers only. */
  record Nothing() implements Announcement {}

  /** It is open to the public. */
  record Published() implements Announcement {}

  /**
   * It is another than people know.
   *
   * @param aspects at least one
   */
  record Changed(Set<Aspect> aspects) implements Announcement {

    public Changed {
      aspects = Set.copyOf(aspects);
      if (aspects.isEmpty()) {
        throw new IllegalArgumentException("nothing changed");
      }
    }
  }

  /**
   * It will not take place.
   *
   * @param reason what people are told, if anything
   */
  record Cancelled(@Nullable Text reason) implements Announcement {}
}
