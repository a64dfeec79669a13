package org.juxian.registration.place;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
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
    return with(copy -> copy.organisationId = organisation);
  }

  /** The same with the account of the person who had none when it was made; the ticket stays. */
  public Booking claimedBy(String person) {
    return with(copy -> copy.personId = person);
  }

  /** The same with this on its ticket. */
  public Booking numbered(String number) {
    return with(copy -> copy.ticketNumber = number);
  }

  /** The same for these people. */
  public Booking of(Team others) {
    return with(copy -> copy.team = others);
  }

  /** The same for a person who is called otherwise now. */
  public Booking named(String name) {
    return with(copy -> copy.personName = name);
  }

  /**
   * The same of a person who is to be forgotten. Who was in the team stands nowhere else but here,
   * where the person wrote it: how many they were stays.
   */
  Booking forgotten() {
    return with(
        copy -> {
          copy.personName = NOBODY;
          copy.team = team == null ? null : team.forgotten();
          copy.issue = issue.offered(null);
          copy.sessions = List.of();
        });
  }

  /** The same for the counts alone: nobody's. What is unique of a person stays unique. */
  Booking anonymous() {
    return forgotten()
        .with(
            copy -> {
              copy.personId = id;
              copy.issue = new Issue(issue.revision(), issue.since(), null);
            });
  }

  /** Whether it is kept for the counts alone. */
  public boolean isAnonymous() {
    return personId.equals(id);
  }

  /** The same, offered to somebody; or to nobody any more. */
  Booking offered(Issue.@Nullable Offer offer) {
    return with(copy -> copy.issue = issue.offered(offer));
  }

  /** The same, offered to nobody. */
  public Booking notOffered() {
    return offered(null);
  }

  /** The same for another person, with another ticket; what the one before chose is theirs. */
  Booking takenOverBy(String person, String name, Instant at) {
    return with(
        copy -> {
          copy.personId = person;
          copy.personName = name;
          copy.issue = issue.replaced(at);
          copy.sessions = List.of();
        });
  }

  /** The same for somebody who will attend these sessions, and no others. */
  Booking choosing(List<String> chosen) {
    return with(copy -> copy.sessions = chosen);
  }

  private Booking with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.of(this);
  }

  /** What may become different of a booking, while it does. */
  private static final class Copy {

    private String personId;
    private String personName;
    private String ticketNumber;
    private @Nullable Team team;
    private Issue issue;
    private @Nullable String organisationId;
    private List<String> sessions;

    Copy(Booking before) {
      personId = before.personId;
      personName = before.personName;
      ticketNumber = before.ticketNumber;
      team = before.team;
      issue = before.issue;
      organisationId = before.organisationId;
      sessions = before.sessions;
    }

    Booking of(Booking before) {
      return new Booking(
          before.id,
          before.eventId,
          before.ticketTypeId,
          personId,
          personName,
          ticketNumber,
          team,
          before.createdAt,
          issue,
          organisationId,
          sessions);
    }
  }
}
