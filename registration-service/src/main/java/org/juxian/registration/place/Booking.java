package org.juxian.registration.place;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same while a registration goes from state to state.
 *
 * @param personId who registered; the captain of a team
 * @param personName as the person was called when it was last told
 * @param ticketNumber what is printed on the ticket
 */
public record Booking(
    String id,
    String eventId,
    String ticketTypeId,
    String personId,
    String personName,
    String ticketNumber,
    @Nullable Team team,
    Instant createdAt) {

  /** The same for a person who is called otherwise now. */
  public Booking named(String name) {
    return new Booking(id, eventId, ticketTypeId, personId, name, ticketNumber, team, createdAt);
  }
}
