package org.juxian.registration.place;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same while a registration goes from state to state.
 *
 * @param personId who registered, or took it over; the captain of a team
 * @param personName as the person was called when it was last told
 * @param ticketNumber what is printed on the ticket
 * @param issue which of its tickets is valid
 */
public record Booking(
    String id,
    String eventId,
    String ticketTypeId,
    String personId,
    String personName,
    String ticketNumber,
    @Nullable Team team,
    Instant createdAt,
    Issue issue) {

  /** With its first ticket. */
  public Booking(
      String id,
      String eventId,
      String ticketTypeId,
      String personId,
      String personName,
      String ticketNumber,
      @Nullable Team team,
      Instant createdAt) {
    this(
        id,
        eventId,
        ticketTypeId,
        personId,
        personName,
        ticketNumber,
        team,
        createdAt,
        Issue.first());
  }

  /** The same for a person who is called otherwise now. */
  public Booking named(String name) {
    return of(personId, name, issue);
  }

  /** The same, offered to somebody; or to nobody any more. */
  Booking offered(Issue.@Nullable Offer offer) {
    return of(personId, personName, issue.offered(offer));
  }

  /** The same for another person, with another ticket. */
  Booking takenOverBy(String person, String name, Instant at) {
    return of(person, name, issue.replaced(at));
  }

  private Booking of(String person, String name, Issue tickets) {
    return new Booking(
        id, eventId, ticketTypeId, person, name, ticketNumber, team, createdAt, tickets);
  }
}
