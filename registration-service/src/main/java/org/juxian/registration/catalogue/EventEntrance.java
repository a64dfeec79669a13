package org.juxian.registration.catalogue;

import org.juxian.registration.place.Entrance;

/**
 * The doors and zones that an event's organiser settled.
 *
 * @param version 0 as long as nothing was settled; one more with each change
 */
public record EventEntrance(long version, Entrance entrance) {

  /** Nothing was settled. */
  public static final EventEntrance NONE = new EventEntrance(0, Entrance.ONE_DOOR);
}
