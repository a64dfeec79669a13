package org.juxian.registration.messaging;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Issue;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.TransferRules;

/** What is told of a ticket that goes to another person. */
public final class TransferMessages {

  static final String OFFERED = "registration.transfer-offered.v1";
  static final String WITHDRAWN = "registration.transfer-withdrawn.v1";
  static final String DECLINED = "registration.transfer-declined.v1";

  /** Changes of which who is offered a ticket must know. */
  private static final List<String> MOVED = List.of("time", "venue");

  private TransferMessages() {}

  /** Tells an address that a ticket is offered to whoever has it. */
  public static List<Outgoing> offered(Booking booking, Event event, Issue.Offer offer) {
    return toAddress(booking, event, offer, OFFERED);
  }

  /** Tells it that the ticket is so no longer, where a change ends an offer that stood. */
  public static List<Outgoing> withdrawn(
      Registration before, Registration after, Event event, Instant now) {
    Optional<Issue.Offer> ended = TransferRules.ended(before, after, now);
    return ended.isEmpty() ? List.of() : toAddress(before.booking(), event, ended.get(), WITHDRAWN);
  }

  /** Tells it anew, where the ticket's event is at another time or place than it was. */
  public static List<Outgoing> moved(
      Registration registration, Event event, List<String> changes, Instant now) {
    if (Collections.disjoint(changes, MOVED) || !now.isBefore(event.startsAt())) {
      return List.of();
    }
    return TransferRules.standing(registration, now)
        .map(offer -> offered(registration.booking(), event, offer.notBeyond(event.startsAt())))
        .orElse(List.of());
  }

  /** Tells whose ticket it is that somebody did not want it. */
  public static Outgoing declined(Booking booking, Event event) {
    return Fields.of(booking)
        .namedPerson()
        .wholeEvent(event)
        .organisation(event)
        .ticketType(event)
        .as(DECLINED);
  }

  private static List<Outgoing> toAddress(
      Booking booking, Event event, Issue.Offer offer, String type) {
    String address = offer.address();
    return address == null
        ? List.of()
        : List.of(
            Fields.of(booking)
                .with("channel", address.startsWith("+") ? "sms" : "mail")
                .with("address", address)
                .with("language", offer.language())
                .with("fromName", booking.personName())
                .wholeEvent(event)
                .ticketType(event)
                .until(offer.until())
                .as(type));
  }
}
