package org.juxian.registration.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.SearchTerms;
import org.juxian.platform.values.Text;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.DoorLog;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Issue;
import org.juxian.registration.place.Party;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Scan;
import org.juxian.registration.place.Team;

/**
 * A registration as it is stored; public for the driver's record codec. What is absent in a state
 * is null, which is not stored, so that partial indexes let go of it.
 *
 * @param claim the person, while the registration stands: unique in an event; see {@link Keys}
 * @param places the numbers held, while some are: each unique in an event's ticket type
 * @param seats how many, where they are several
 * @param keys units of quotas, ordinals within the type, uses of codes: each unique in an event
 * @param terms the words that a search finds it by
 * @param request who asked with which Idempotency-Key, hashed: unique
 * @param requestBody what was asked for, hashed
 * @param revokedAt when a ticket of it became invalid last
 * @param issue which ticket is valid; absent for the first
 * @param organisationId the school or company that the person comes from
 * @param presence where a person who was let in has been, by zone
 * @param waiting what a party waits for or is offered, while it does
 * @param scans what happened at the doors
 * @param nonces of those scans: each unique in an event
 * @param doubts how many of them would have been refused; absent for none
 * @param passedAt when we heard of the last of them, or of its being taken back
 * @param sessions that the person chose to attend; absent for none
 */
public record RegistrationDocument(
    String eventId,
    String ticketTypeId,
    String personId,
    String personName,
    Status status,
    @Nullable String claim,
    @Nullable List<Integer> places,
    @Nullable Integer seats,
    @Nullable List<String> keys,
    String ticketNumber,
    @Nullable TeamDocument team,
    List<String> terms,
    Instant createdAt,
    @Nullable Instant checkedInAt,
    @Nullable Instant cancelledAt,
    Registration.Cancelled.@Nullable By cancelledBy,
    @Nullable Text reason,
    @Nullable String request,
    @Nullable String requestBody,
    @Nullable Instant revokedAt,
    @Nullable IssueDocument issue,
    @Nullable Map<String, PresenceDocument> presence,
    @Nullable String organisationId,
    @Nullable WaitingDocument waiting,
    @Nullable List<ScanDocument> scans,
    @Nullable List<String> nonces,
    @Nullable Integer doubts,
    @Nullable Instant passedAt,
    @Nullable List<String> sessions) {

  /**
   * A place in the waiting list, or the offer that came of it.
   *
   * @param turn while it waits: the lower, the sooner; the priority with its sign changed
   * @param until while it is offered: when the offer ends
   */
  public record WaitingDocument(
      int size, int atLeast, @Nullable Integer turn, @Nullable Instant until) {

    static @Nullable WaitingDocument of(Registration registration) {
      return switch (registration) {
        case Pending.Waiting(var _, Party(int size, int least), int priority) ->
            new WaitingDocument(size, least, -priority, null);
        case Pending.Offered(var _, Party(int size, int least), int _, int _, Instant until) ->
            new WaitingDocument(size, least, null, until);
        case Registration.Active _, Registration.Cancelled _, Pending.Requested _ -> null;
      };
    }

    Party party() {
      return new Party(size, atLeast);
    }
  }

  /** The states that a registration goes through. */
  public enum Status {
    REQUESTED,
    WAITING,
    OFFERED,
    CONFIRMED,
    CHECKED_IN,
    CANCELLED
  }

  /** A team as it is stored. */
  public record TeamDocument(String name, List<MemberDocument> members) {

    /** A member as it is stored. */
    public record MemberDocument(String name, String phone) {}

    static @Nullable TeamDocument of(@Nullable Team team) {
      return team == null
          ? null
          : new TeamDocument(
              team.name(),
              team.members().stream()
                  .map(member -> new MemberDocument(member.name(), member.phone()))
                  .toList());
    }

    Team toTeam() {
      return new Team(
          name,
          members.stream().map(member -> new Team.Member(member.name(), member.phone())).toList());
    }
  }

  /** What is cancelled holds nothing, whatever {@code hold} says. */
  static RegistrationDocument of(
      Registration registration, @Nullable Hold hold, @Nullable Request request, DoorLog log) {
    Booking booking = registration.booking();
    Registration.@Nullable Cancelled cancelled =
        registration instanceof Registration.Cancelled ended ? ended : null;
    @Nullable Hold held = cancelled == null ? present(hold) : null;
    @Nullable List<Integer> places = held == null || held.places().isEmpty() ? null : held.places();
    return new RegistrationDocument(
        booking.eventId(),
        booking.ticketTypeId(),
        booking.personId(),
        booking.personName(),
        status(registration),
        held == null ? null : Keys.claim(booking.personId(), held.ordinal()),
        places,
        places == null || places.size() == 1 ? null : (Integer) places.size(),
        held == null ? null : Keys.of(held, booking),
        booking.ticketNumber(),
        TeamDocument.of(booking.team()),
        terms(booking),
        booking.createdAt(),
        registration instanceof Registration.CheckedIn in ? in.at() : null,
        cancelled == null ? null : cancelled.at(),
        cancelled == null ? null : cancelled.by(),
        cancelled == null ? null : cancelled.reason(),
        request == null ? null : request.key(),
        request == null ? null : request.body(),
        cancelled == null ? booking.issue().since() : cancelled.at(),
        IssueDocument.of(booking.issue(), registration instanceof Registration.Held),
        registration instanceof Registration.CheckedIn in
            ? PresenceDocument.of(in.presence())
            : null,
        booking.organisationId(),
        WaitingDocument.of(registration),
        ScanDocument.of(log),
        log.scans().isEmpty() ? null : log.scans().stream().map(Scan::nonce).toList(),
        log.doubts() == 0 ? null : (Integer) log.doubts(),
        log.changedAt().orElse(null),
        booking.sessions().isEmpty() ? null : booking.sessions());
  }

  /** What is held; absent once it is cancelled. */
  @Nullable Hold hold() {
    return claim == null ? null : Keys.hold(personId, claim, places, keys);
  }

  DoorLog log() {
    return ScanDocument.toLog(scans);
  }

  @Nullable Request asked() {
    return request == null || requestBody == null ? null : new Request(request, requestBody);
  }

  Registration toRegistration(String id) {
    Booking booking =
        new Booking(
            id,
            eventId,
            ticketTypeId,
            personId,
            personName,
            ticketNumber,
            team == null ? null : team.toTeam(),
            createdAt,
            issue == null ? Issue.first() : issue.toIssue(),
            organisationId,
            sessions == null ? List.of() : sessions);
    return switch (status) {
      case REQUESTED -> new Pending.Requested(booking, places != null);
      case WAITING ->
          new Pending.Waiting(booking, present(waiting).party(), -present(present(waiting).turn()));
      case OFFERED ->
          new Pending.Offered(
              booking,
              present(waiting).party(),
              present(places).getFirst(),
              present(places).size(),
              present(present(waiting).until()));
      case CONFIRMED -> new Registration.Held(booking, present(places).getFirst());
      case CHECKED_IN ->
          new Registration.CheckedIn(
              booking,
              present(places).getFirst(),
              present(checkedInAt),
              PresenceDocument.toPresence(presence, present(checkedInAt)));
      case CANCELLED ->
          new Registration.Cancelled(booking, present(cancelledBy), reason, present(cancelledAt));
    };
  }

  private static Status status(Registration registration) {
    return switch (registration) {
      case Pending.Requested _ -> Status.REQUESTED;
      case Pending.Waiting _ -> Status.WAITING;
      case Pending.Offered _ -> Status.OFFERED;
      case Registration.Held _ -> Status.CONFIRMED;
      case Registration.CheckedIn _ -> Status.CHECKED_IN;
      case Registration.Cancelled _ -> Status.CANCELLED;
    };
  }

  private static List<String> terms(Booking booking) {
    List<String> texts = new ArrayList<>(List.of(booking.personName(), booking.ticketNumber()));
    Team team = booking.team();
    if (team != null) {
      texts.add(team.name());
      team.members().forEach(member -> texts.add(member.name()));
    }
    return SearchTerms.of(texts.toArray(String[]::new));
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a stored registration lacks what its state has");
    }
    return value;
  }
}
