package org.juxian.registration.checkin;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is and has been, as far as it is counted.
 *
 * @param registrationId whose
 * @param arrivedAt when they were let in first; absent if they were not, or not any more
 * @param zones by id
 */
public record Present(
    String registrationId,
    String ticketTypeId,
    @Nullable Instant arrivedAt,
    Map<String, InZone> zones) {

  /** One zone. */
  public record InZone(boolean inside, int entries) {}

  boolean isInside() {
    return zones.values().stream().anyMatch(InZone::inside);
  }
}
