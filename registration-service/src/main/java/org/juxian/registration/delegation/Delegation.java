package org.juxian.registration.delegation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.persistence.Request;

/**
 * A list of people whom a school registers, on its way.
 *
 * @param organisationId the school
 * @param coordinatorId who sent the list
 * @param formVersion which version of the form its answers were held against
 * @param total how many people are on it
 * @param refusal why nobody was registered, where nobody was
 * @param settledAt when it came to its end
 * @param request the Idempotency-Key with the list, where one was sent
 */
public record Delegation(
    String id,
    long version,
    String eventId,
    String ticketTypeId,
    String organisationId,
    String coordinatorId,
    long formVersion,
    int total,
    Phase phase,
    @Nullable Refused refusal,
    Instant at,
    @Nullable Instant settledAt,
    @Nullable Request request) {

  /** How far it is. */
  public enum Phase {
    /** Places are taken, one person after the other; nobody is told yet. */
    HOLDING,
    /** All have places, and each is told. */
    TELLING,
    /** Each is told; the organiser must approve some of them. */
    DECIDING,
    /** Everybody is told, and what was to be approved is decided. */
    DONE,
    /** Somebody could not be registered: the places that were taken are given back. */
    RELEASING,
    /** Nobody is registered. */
    REFUSED
  }

  /**
   * Why a list was refused.
   *
   * @param line in the file, of the first person who could not be registered
   * @param why {@code full}, {@code already-registered} and so on: the slug of a problem
   */
  public record Refused(int line, String why) {}

  /** The same, further on. */
  public Delegation in(Phase next, @Nullable Refused why, @Nullable Instant settled) {
    return new Delegation(
        id,
        version,
        eventId,
        ticketTypeId,
        organisationId,
        coordinatorId,
        formVersion,
        total,
        next,
        why,
        at,
        settled,
        request);
  }
}
