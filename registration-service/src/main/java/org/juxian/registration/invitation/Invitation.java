package org.juxian.registration.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code that lets somebody register for one ticket type.
 *
 * @param code as it is printed: ten characters that cannot be mistaken for each other
 * @param uses how many places may be held by it at the same time: one for a person or a team, one
 *     for each of a group
 * @param expiresAt until just before when it may be used
 * @param revokedAt from when on it may not be used any more
 */
public record Invitation(
    String id,
    String eventId,
    String ticketTypeId,
    String code,
    int uses,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    Instant createdAt) {

  /** Whether it opens this type now. */
  public boolean opens(String typeId, Instant now) {
    return ticketTypeId.equals(typeId) && revokedAt == null && now.isBefore(expiresAt);
  }

  /** The same, which may not be used any more. */
  public Invitation revoked(Instant at) {
    return revokedAt != null
        ? this
        : new Invitation(id, eventId, ticketTypeId, code, uses, expiresAt, at, createdAt);
  }
}
