package org.juxian.event;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What of an event can change for the people who registered. */
public enum Aspect {
  TIME,
  VENUE,
  AGENDA,
  TICKETS,
  /** Somebody who speaks was forgotten; nobody is told. */
  SPEAKERS,
  DETAILS;

  /** As messages name it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What differs between two versions of an event. The agenda is its owner's to compare. */
  public static Set<Aspect> between(EventDetails before, EventDetails after) {
    Set<Aspect> changed = EnumSet.noneOf(Aspect.class);
    if (!before.period().equals(after.period())) {
      changed.add(TIME);
    }
    if (!before.venue().equals(after.venue())) {
      changed.add(VENUE);
    }
    if (!before.ticketTypes().equals(after.ticketTypes())) {
      changed.add(TICKETS);
    }
    if (!before.title().equals(after.title()) || !before.summary().equals(after.summary())) {
      changed.add(DETAILS);
    }
    return changed;
  }
}
