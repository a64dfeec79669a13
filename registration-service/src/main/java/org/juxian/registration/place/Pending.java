package org.juxian.registration.place;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/** A registration that is not confirmed yet, and may never be. */
public sealed interface Pending extends Registration {

  @Override
  default Decision cancel(Cancelled.By by, @Nullable Text reason, Instant at) {
    return new Decision.Accepted(new Cancelled(booking(), by, reason, at));
  }

  @Override
  default Decision enter(Passage passage) {
    return notConfirmed();
  }

  @Override
  default Decision leave(Passage passage) {
    return notConfirmed();
  }

  @Override
  default Decision undo(String scan) {
    return notConfirmed();
  }

  @Override
  default Decision offer(Issue.@Nullable Offer offer) {
    return notConfirmed();
  }

  @Override
  default Decision passOn(String personId, String name, Instant at) {
    return notConfirmed();
  }

  @Override
  default Decision choose(List<String> sessions) {
    return notConfirmed();
  }

  private static Decision notConfirmed() {
    return new Decision.Rejected(new Refusal.NotConfirmed());
  }

  /**
   * The organiser must approve it.
   *
   * @param holdsPlace whether a place is kept for it until then
   */
  record Requested(Booking booking, boolean holdsPlace) implements Pending {

    @Override
    public Requested with(Booking other) {
      return new Requested(other, holdsPlace);
    }

    @Override
    public Requested named(String name) {
      return new Requested(booking.named(name), holdsPlace);
    }

    @Override
    public Requested claimedBy(String personId) {
      return new Requested(booking.claimedBy(personId), holdsPlace);
    }

    /** The organiser says yes. */
    public Held approve(Hold hold, String ticketNumber) {
      return new Held(booking.numbered(ticketNumber), hold.place());
    }
  }

  /**
   * In the waiting list.
   *
   * @param priority the higher, the sooner; within one priority the order of joining counts
   */
  record Waiting(Booking booking, Party party, int priority) implements Pending {

    @Override
    public Waiting with(Booking other) {
      return new Waiting(other, party, priority);
    }

    @Override
    public Waiting named(String name) {
      return new Waiting(booking.named(name), party, priority);
    }

    @Override
    public Waiting claimedBy(String personId) {
      return new Waiting(booking.claimedBy(personId), party, priority);
    }

    /** Another turn, as the organiser says. */
    public Waiting prioritised(int other) {
      return new Waiting(booking, party, other);
    }

    /** Places are kept for this party for a while: at least as many as it would be content with. */
    public Offered offer(Hold hold, String ticketNumber, Instant until) {
      int seats = hold.places().size();
      if (seats < party.atLeast() || seats > party.size()) {
        throw new IllegalArgumentException(seats + " places for " + party);
      }
      return new Offered(booking.numbered(ticketNumber), party, hold.place(), seats, until);
    }
  }

  /**
   * Places are kept for the party until it accepts or the time is over.
   *
   * @param place the first of them
   * @param seats how many
   * @param until until just before when it may accept
   */
  record Offered(Booking booking, Party party, int place, int seats, Instant until)
      implements Pending {

    @Override
    public Offered with(Booking other) {
      return new Offered(other, party, place, seats, until);
    }

    @Override
    public Offered named(String name) {
      return new Offered(booking.named(name), party, place, seats, until);
    }

    @Override
    public Offered claimedBy(String personId) {
      return new Offered(booking.claimedBy(personId), party, place, seats, until);
    }

    /**
     * The party takes what it is offered.
     *
     * @param team who comes, where a group is offered fewer places than it asked for
     */
    public Decision accept(@Nullable Team team, Instant at) {
      if (!at.isBefore(until)) {
        return new Decision.Rejected(new Refusal.OfferExpired(until));
      }
      Booking named = team == null ? booking : booking.of(team);
      Team whole = named.team();
      if (party.size() > 1 && (whole == null || whole.members().size() != seats)) {
        return new Decision.Rejected(new Refusal.TeamSizeWrong(seats, seats));
      }
      return new Decision.Accepted(new Held(named, place));
    }

    /** Its time is over. */
    public Decision expire(Instant at) {
      return at.isBefore(until)
          ? new Decision.Unchanged(this)
          : new Decision.Accepted(new Cancelled(booking, Cancelled.By.OFFER_EXPIRED, null, at));
    }
  }
}
