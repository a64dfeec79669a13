package org.juxian.registration.place;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same while a registration goes from state to state.
 *
 * @param personId who registered, or took it over; the captain of a team
 * @param personName as the person was called when it was last told
 * @param ticketNumber what is printed on the ticket
 * @param issue which of its tickets is valid
 * @param organisationId the school or company that the person comes from, where one is known
 * @param sessions of the event that the person chose to attend, by id
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
    Issue issue,
    @Nullable String organisationId,
    List<String> sessions) {

  /** What stands for the name of somebody who was forgotten. */
  public static final String NOBODY = "-";

  /** What stands for a ticket number while there is none. */
  public static final String NO_TICKET = "0000";

  public Booking {
    sessions = List.copyOf(sessions);
  }

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
        Issue.first(),
        null,
        List.of());
  }

  /** The same for somebody who comes from there. */
  public Booking from(@Nullable String organisation) {
    return new Booking(
        id,
        eventId,
        ticketTypeId,
        personId,
        personName,
        ticketNumber,
        team,
        createdAt,
        issue,
        organisation,
        sessions);
  }

  /** The same with the account of the person who had none when it was made; the ticket stays. */
  public Booking claimedBy(String person) {
    return of(person, personName, issue);
  }

  /** The same with this on its ticket. */
  public Booking numbered(String number) {
    return new Booking(
        id,
        eventId,
        ticketTypeId,
        personId,
        personName,
        number,
        team,
        createdAt,
        issue,
        organisationId,
        sessions);
  }

  /** The same for these people. */
  public Booking of(Team others) {
    return new Booking(
        id,
        eventId,
        ticketTypeId,
        personId,
        personName,
        ticketNumber,
        others,
        createdAt,
        issue,
        organisationId,
        sessions);
  }

  /** The same for a person who is called otherwise now. */
  public Booking named(String name) {
    return of(personId, name, issue);
  }

  /**
   * The same of a person who is to be forgotten. Who was in the team stands nowhere else but here,
   * where the person wrote it: how many they were stays.
   */
  Booking forgotten() {
    return new Booking(
        id,
        eventId,
        ticketTypeId,
        personId,
        NOBODY,
        ticketNumber,
        team == null ? null : team.forgotten(),
        createdAt,
        issue.offered(null),
        organisationId,
        List.of());
  }

  /** The same for the counts alone: nobody's. What is unique of a person stays unique. */
  Booking anonymous() {
    return forgotten().of(id, NOBODY, new Issue(issue.revision(), issue.since(), null));
  }

  /** Whether it is kept for the counts alone. */
  public boolean isAnonymous() {
    return personId.equals(id);
  }

  /** The same, offered to somebody; or to nobody any more. */
  Booking offered(Issue.@Nullable Offer offer) {
    return of(personId, personName, issue.offered(offer));
  }

  /** The same, offered to nobody. */
  public Booking notOffered() {
    return offered(null);
  }

  /** The same for another person, with another ticket; what the one before chose is theirs. */
  Booking takenOverBy(String person, String name, Instant at) {
    return of(person, name, issue.replaced(at)).choosing(List.of());
  }

  /** The same for somebody who will attend these sessions, and no others. */
  Booking choosing(List<String> chosen) {
    return new Booking(
        id,
        eventId,
        ticketTypeId,
        personId,
        personName,
        ticketNumber,
        team,
        createdAt,
        issue,
        organisationId,
        chosen);
  }

  private Booking of(String person, String name, Issue tickets) {
    return new Booking(
        id,
        eventId,
        ticketTypeId,
        person,
        name,
        ticketNumber,
        team,
        createdAt,
        tickets,
        organisationId,
        sessions);
  }
}
