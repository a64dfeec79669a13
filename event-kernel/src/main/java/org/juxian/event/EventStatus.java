package org.juxian.event;

import java.util.Locale;

/** Where an event is in its life: it goes forward only. */
public enum EventStatus {
  /** Its organisers see it. */
  DRAFT,
  /** Everyone sees it. */
  PUBLISHED,
  /** It will not take place. Final. */
  CANCELLED;

  /** As answers name it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
