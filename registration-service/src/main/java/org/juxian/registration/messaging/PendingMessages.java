package org.juxian.registration.messaging;

import org.juxian.platform.messaging.Outgoing;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration;

/** What is told about registrations before they are confirmed. */
public final class PendingMessages {

  static final String REQUESTED = "registration.requested.v1";
  static final String REJECTED = "registration.rejected.v1";
  static final String WAITING_JOINED = "registration.waiting-joined.v1";
  static final String PLACE_OFFERED = "registration.place-offered.v1";
  static final String OFFER_EXPIRED = "registration.offer-expired.v1";

  private PendingMessages() {}

  static Outgoing requested(Booking booking, Event event) {
    return Fields.of(booking).registration(event).as(REQUESTED);
  }

  public static Outgoing rejected(Registration.Cancelled rejected, Event event) {
    return Fields.of(rejected.booking())
        .registration(event)
        .with("reason", rejected.reason())
        .as(REJECTED);
  }

  /**
   * Somebody waits.
   *
   * @param position 1 for who is offered the next place
   */
  public static Outgoing waitingJoined(Pending.Waiting waiting, Event event, int position) {
    return Fields.of(waiting.booking())
        .registration(event)
        .with("position", position)
        .with("size", waiting.party().size())
        .as(WAITING_JOINED);
  }

  public static Outgoing placeOffered(Pending.Offered offered, Event event) {
    return Fields.of(offered.booking())
        .registration(event)
        .with("size", offered.party().size())
        .with("seats", offered.seats())
        .until(offered.until())
        .as(PLACE_OFFERED);
  }

  public static Outgoing offerExpired(Pending.Offered offered, Event event) {
    return Fields.of(offered.booking())
        .registration(event)
        .until(offered.until())
        .as(OFFER_EXPIRED);
  }
}
