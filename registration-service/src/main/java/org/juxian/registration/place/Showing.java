package org.juxian.registration.place;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody shows a ticket at a door, or showed it there to a device that had no network.
 *
 * @param nonce names it
 * @param doorId absent where the event has no doors
 * @param revision which ticket of the registration; absent if the person was found in the list
 * @param at when
 * @param heardAt when we hear of it
 * @param by who stands at the door
 * @param deviceId the device that has let the person in already; absent if we are asked
 */
public record Showing(
    String nonce,
    Scan.Direction direction,
    @Nullable String doorId,
    @Nullable Integer revision,
    Instant at,
    Instant heardAt,
    String by,
    @Nullable String deviceId) {

  boolean hasHappened() {
    return deviceId != null;
  }

  /** The same with this ticket. */
  public Showing of(int ticketRevision) {
    return new Showing(nonce, direction, doorId, ticketRevision, at, heardAt, by, deviceId);
  }
}
