package org.juxian.registration.delegation;

import org.jspecify.annotations.Nullable;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration;

/**
 * What became of the place that a row of a list took.
 *
 * @param holder the name of whoever has it now, where that is not whom the list names
 * @param substitutable whether the school may give it to another: it is not used yet, and the
 *     school's still
 */
public record RowPlace(State state, @Nullable String holder, boolean substitutable) {

  /** How it stands. */
  public enum State {
    /** The organiser has not decided yet. */
    REQUESTED,
    CONFIRMED,
    CHECKED_IN,
    /** The organiser did not approve it. */
    REJECTED,
    /** Given back, or gone with its event. */
    CANCELLED
  }

  /**
   * As its registration says.
   *
   * @param account the account that has taken over from the person of the row, if one has
   * @param school whose list it is
   */
  static RowPlace of(
      DelegationRow row, @Nullable String account, String school, Registration registration) {
    Booking booking = registration.booking();
    boolean own =
        row.personId() == null
            || row.personId().equals(booking.personId())
            || booking.personId().equals(account)
            || booking.isAnonymous();
    return new RowPlace(
        state(registration),
        own ? null : booking.personName(),
        registration instanceof Registration.Held
            && (own || school.equals(booking.organisationId())));
  }

  private static State state(Registration registration) {
    return switch (registration) {
      case Registration.Held _ -> State.CONFIRMED;
      case Registration.CheckedIn _ -> State.CHECKED_IN;
      case Pending _ -> State.REQUESTED;
      case Registration.Cancelled ended ->
          switch (ended.by()) {
            case REJECTED -> State.REJECTED;
            case PERSON, ORGANISER, EVENT_CANCELLED, OFFER_EXPIRED -> State.CANCELLED;
          };
    };
  }
}
