package org.juxian.registration.organising;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which registrations of an event are meant; what is absent does not matter.
 *
 * @param status as on the wire
 * @param day when they were made, in the alliance's time zone
 * @param checkedIn whether the person was let in
 */
public record RosterFilter(
    @Nullable String status,
    @Nullable String ticketTypeId,
    @Nullable String organisationId,
    @Nullable LocalDate day,
    @Nullable Boolean checkedIn) {

  /** All of them. */
  public static final RosterFilter ALL = new RosterFilter(null, null, null, null, null);
}
