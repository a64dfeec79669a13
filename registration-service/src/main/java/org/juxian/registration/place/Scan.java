package org.juxian.registration.place;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that was shown at a door, as it is kept with its registration.
 *
 * @param nonce names it; unique in an event
 * @param zones where the person came to, or from where; empty if nowhere
 * @param at when the ticket was shown, by the clock of who looked at it
 * @param heardAt when we heard of it: the same moment, unless a device had no network
 * @param by who stood at the door
 * @param deviceId which device let the person in by itself; absent if we were asked
 * @param doubt why we would not have let the person in, where a device did
 * @param undone who took it back, and when
 * @param settled who looked into the doubt, and what they found; absent while nobody did
 */
public record Scan(
    String nonce,
    Direction direction,
    @Nullable String doorId,
    List<String> zones,
    Instant at,
    Instant heardAt,
    String by,
    @Nullable String deviceId,
    @Nullable Doubt doubt,
    @Nullable Undone undone,
    @Nullable Settled settled) {

  /** Which way somebody went. */
  public enum Direction {
    IN,
    OUT
  }

  /** Somebody took it back. */
  public record Undone(String by, Instant at) {}

  /** Somebody looked into the doubt, and it is closed. */
  public record Settled(String by, Instant at, String note) {}

  /** Why we would have said no. */
  public enum Doubt {
    /** The person was let in before, and may not come in again. */
    ALREADY_IN(Refusal.AlreadyCheckedIn.class),
    NOT_INSIDE(Refusal.NotInside.class),
    CANCELLED(Refusal.TicketCancelled.class),
    REPLACED(Refusal.TicketReplaced.class),
    NOT_CONFIRMED(Refusal.NotConfirmed.class),
    ZONE_NOT_OPEN(Refusal.ZoneNotOpen.class),
    NO_SUCH_DOOR(Refusal.NoSuchDoor.class);

    private final Class<? extends Refusal> refusal;

    Doubt(Class<? extends Refusal> refusal) {
      this.refusal = refusal;
    }

    /** Empty where it is not about the registration and the door. */
    static Optional<Doubt> of(Refusal refusal) {
      return Arrays.stream(values()).filter(one -> one.refusal.isInstance(refusal)).findFirst();
    }
  }

  public Scan {
    zones = List.copyOf(zones);
  }

  /** The same, seen by nobody in particular. */
  Scan anonymous() {
    return new Scan(
        nonce,
        direction,
        doorId,
        zones,
        at,
        heardAt,
        Booking.NOBODY,
        null,
        doubt,
        undone == null ? null : new Undone(Booking.NOBODY, undone.at()),
        settled == null ? null : new Settled(Booking.NOBODY, settled.at(), ""));
  }

  Scan takenBack(String who, Instant when) {
    return new Scan(
        nonce,
        direction,
        doorId,
        zones,
        at,
        heardAt,
        by,
        deviceId,
        doubt,
        new Undone(who, when),
        settled);
  }

  Scan settled(Settled how) {
    return new Scan(nonce, direction, doorId, zones, at, heardAt, by, deviceId, doubt, undone, how);
  }

  /** Whether it is in doubt, and nobody has looked into it. */
  public boolean isOpen() {
    return doubt != null && settled == null;
  }
}
