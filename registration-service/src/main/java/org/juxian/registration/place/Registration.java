package org.juxian.registration.place;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/** A person's registration for an event, by its state: what cannot be done has no method. */
public sealed interface Registration permits Registration.Active, Registration.Cancelled, Pending {

  Booking booking();

  /** The same state of this booking. */
  Registration with(Booking other);

  /** The same for a person who is called otherwise now. */
  Registration named(String name);

  /** The same of somebody who is to be forgotten: nobody's name, and nothing that they chose. */
  default Registration forgotten() {
    return with(booking().forgotten());
  }

  /**
   * Gives the place back, if the state allows it; giving back what was given back changes nothing.
   */
  Decision cancel(Cancelled.By by, @Nullable Text reason, Instant at);

  /** The same with the account of the person who had none when it was made. */
  Registration claimedBy(String personId);

  /** Lets the person in, if the state and the rule of re-entry allow it. */
  Decision enter(Passage passage);

  /** Lets the person out, if they are inside. */
  Decision leave(Passage passage);

  /** Takes a passage back, if it was the last one. */
  Decision undo(String scan);

  /** Offers the registration to somebody, instead of an offer before; {@code null}: to nobody. */
  Decision offer(Issue.@Nullable Offer offer);

  /** Another person takes it over: the place stays, the ticket is replaced. */
  Decision passOn(String personId, String name, Instant at);

  /** The person will attend these sessions of the event, and no others. */
  Decision choose(List<String> sessions);

  /** The same for the counts alone, long after its event. */
  default Registration anonymous() {
    return with(booking().anonymous());
  }

  /** A state that holds a place. */
  sealed interface Active extends Registration {

    /** From 1 to the capacity; internal, not the number on the ticket. */
    int place();
  }

  /** Confirmed, and not yet let in. */
  record Held(Booking booking, int place) implements Active {

    @Override
    public Held with(Booking other) {
      return new Held(other, place);
    }

    @Override
    public Held named(String name) {
      return new Held(booking.named(name), place);
    }

    @Override
    public Held claimedBy(String personId) {
      return new Held(booking.claimedBy(personId), place);
    }

    @Override
    public Decision cancel(Cancelled.By by, @Nullable Text reason, Instant at) {
      return new Decision.Accepted(new Cancelled(booking, by, reason, at));
    }

    @Override
    public Decision enter(Passage passage) {
      return new Decision.Accepted(
          new CheckedIn(
              booking.notOffered(),
              place,
              passage.at(),
              Presence.none().enter(passage).orElseGet(Presence::none)));
    }

    @Override
    public Decision leave(Passage passage) {
      return new Decision.Rejected(new Refusal.NotInside());
    }

    @Override
    public Decision undo(String scan) {
      return new Decision.Rejected(new Refusal.NotLastPassage());
    }

    @Override
    public Decision offer(Issue.@Nullable Offer offer) {
      return new Decision.Accepted(new Held(booking.offered(offer), place));
    }

    @Override
    public Decision passOn(String personId, String name, Instant at) {
      return new Decision.Accepted(new Held(booking.takenOverBy(personId, name, at), place));
    }

    @Override
    public Decision choose(List<String> sessions) {
      return new Decision.Accepted(new Held(booking.choosing(sessions), place));
    }
  }

  /**
   * Let in.
   *
   * @param at when first
   * @param presence where
   */
  record CheckedIn(Booking booking, int place, Instant at, Presence presence) implements Active {

    @Override
    public CheckedIn with(Booking other) {
      return new CheckedIn(other, place, at, presence);
    }

    @Override
    public CheckedIn named(String name) {
      return new CheckedIn(booking.named(name), place, at, presence);
    }

    @Override
    public CheckedIn claimedBy(String personId) {
      return new CheckedIn(booking.claimedBy(personId), place, at, presence);
    }

    @Override
    public Decision cancel(Cancelled.By by, @Nullable Text reason, Instant at) {
      return switch (by) {
        case EVENT_CANCELLED -> new Decision.Accepted(new Cancelled(booking, by, reason, at));
        case PERSON, ORGANISER, REJECTED, OFFER_EXPIRED ->
            new Decision.Rejected(new Refusal.AlreadyCheckedIn(this.at));
      };
    }

    @Override
    public Decision enter(Passage passage) {
      return presence
          .enter(passage)
          .<Decision>map(next -> new Decision.Accepted(new CheckedIn(booking, place, at, next)))
          .orElseGet(
              () ->
                  new Decision.Rejected(
                      new Refusal.AlreadyCheckedIn(presence.lastEntry(passage).orElse(at))));
    }

    @Override
    public Decision leave(Passage passage) {
      return presence
          .leave(passage)
          .<Decision>map(next -> new Decision.Accepted(new CheckedIn(booking, place, at, next)))
          .orElseGet(() -> new Decision.Rejected(new Refusal.NotInside()));
    }

    @Override
    public Decision undo(String scan) {
      return presence
          .undo(scan)
          .<Decision>map(
              next ->
                  new Decision.Accepted(
                      next.isNowhere()
                          ? new Held(booking, place)
                          : new CheckedIn(booking, place, at, next)))
          .orElseGet(() -> new Decision.Rejected(new Refusal.NotLastPassage()));
    }

    @Override
    public Decision offer(Issue.@Nullable Offer offer) {
      return new Decision.Rejected(new Refusal.AlreadyCheckedIn(at));
    }

    @Override
    public Decision passOn(String personId, String name, Instant now) {
      return new Decision.Rejected(new Refusal.AlreadyCheckedIn(at));
    }

    @Override
    public Decision choose(List<String> sessions) {
      return new Decision.Accepted(new CheckedIn(booking.choosing(sessions), place, at, presence));
    }
  }

  /** Given up or taken back: the place is free again, and nothing is attended any more. */
  record Cancelled(Booking booking, By by, @Nullable Text reason, Instant at)
      implements Registration {

    public Cancelled {
      booking = booking.choosing(List.of());
    }

    /** Who or what ended it. */
    public enum By {
      PERSON,
      ORGANISER,
      EVENT_CANCELLED,
      /** The organiser did not approve it. */
      REJECTED,
      /** An offer from the waiting list was not taken in time. */
      OFFER_EXPIRED
    }

    @Override
    public Cancelled with(Booking other) {
      return new Cancelled(other, by, reason, at);
    }

    @Override
    public Cancelled anonymous() {
      return new Cancelled(booking.anonymous(), by, by == By.EVENT_CANCELLED ? reason : null, at);
    }

    @Override
    public Cancelled named(String name) {
      return new Cancelled(booking.named(name), by, reason, at);
    }

    @Override
    public Cancelled claimedBy(String personId) {
      return new Cancelled(booking.claimedBy(personId), by, reason, at);
    }

    @Override
    public Decision cancel(By by, @Nullable Text reason, Instant at) {
      return new Decision.Unchanged(this);
    }

    @Override
    public Decision enter(Passage passage) {
      return gone();
    }

    @Override
    public Decision leave(Passage passage) {
      return gone();
    }

    @Override
    public Decision undo(String scan) {
      return gone();
    }

    @Override
    public Decision offer(Issue.@Nullable Offer offer) {
      return gone();
    }

    @Override
    public Decision passOn(String personId, String name, Instant now) {
      return gone();
    }

    @Override
    public Decision choose(List<String> sessions) {
      return gone();
    }

    private static Decision gone() {
      return new Decision.Rejected(new Refusal.TicketCancelled());
    }
  }
}
