package org.juxian.registration.place;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/** A person's registration for an event, by its state: what cannot be done has no method. */
public sealed interface Registration {

  Booking booking();

  /** The same for a person who is called otherwise now. */
  Registration named(String name);

  /**
   * Gives the place back, if the state allows it; giving back what was given back changes nothing.
   */
  Decision cancel(Cancelled.By by, @Nullable Text reason, Instant at);

  /** Lets the person in, if the state allows it. */
  Decision checkIn(Instant at);

  /** A state that holds a place. */
  sealed interface Active extends Registration {

    /** From 1 to the capacity; internal, not the number on the ticket. */
    int place();
  }

  /** Confirmed, and not yet let in. */
  record Held(Booking booking, int place) implements Active {

    @Override
    public Held named(String name) {
      return new Held(booking.named(name), place);
    }

    @Override
    public Decision cancel(Cancelled.By by, @Nullable Text reason, Instant at) {
      return new Decision.Accepted(new Cancelled(booking, by, reason, at));
    }

    @Override
    public Decision checkIn(Instant at) {
      return new Decision.Accepted(new CheckedIn(booking, place, at));
    }
  }

  /** Let in. */
  record CheckedIn(Booking booking, int place, Instant at) implements Active {

    @Override
    public CheckedIn named(String name) {
      return new CheckedIn(booking.named(name), place, at);
    }

    @Override
    public Decision cancel(Cancelled.By by, @Nullable Text reason, Instant at) {
      return switch (by) {
        case EVENT_CANCELLED -> new Decision.Accepted(new Cancelled(booking, by, reason, at));
        case PERSON, ORGANISER -> new Decision.Rejected(new Refusal.AlreadyCheckedIn(this.at));
      };
    }

    @Override
    public Decision checkIn(Instant at) {
      return new Decision.Rejected(new Refusal.AlreadyCheckedIn(this.at));
    }
  }

  /** Given up or taken back: the place is free again. */
  record Cancelled(Booking booking, By by, @Nullable Text reason, Instant at)
      implements Registration {

    /** Who or what ended it. */
    public enum By {
      PERSON,
      ORGANISER,
      EVENT_CANCELLED
    }

    @Override
    public Cancelled named(String name) {
      return new Cancelled(booking.named(name), by, reason, at);
    }

    @Override
    public Decision cancel(By by, @Nullable Text reason, Instant at) {
      return new Decision.Unchanged(this);
    }

    @Override
    public Decision checkIn(Instant at) {
      return new Decision.Rejected(new Refusal.TicketCancelled());
    }
  }
}
