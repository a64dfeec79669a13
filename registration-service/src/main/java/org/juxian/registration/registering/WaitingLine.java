package org.juxian.registration.registering;

import org.juxian.registration.catalogue.Event;

/** Those who wait for places, as far as registering and cancelling must mind them. */
public interface WaitingLine {

  /**
   * Whether somebody who comes now may have a place: none that is free is needed by anybody who
   * joined the waiting list before.
   */
  boolean leavesRoomFor(Event event, String typeId);

  /** Something may be free: whoever is first is offered it. Never fails; work goes on later. */
  void released(Event event);
}
