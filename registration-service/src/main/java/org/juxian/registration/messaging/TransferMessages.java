package org.juxian.registration.messaging;

import java.util.Locale;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Issue;

/** What is told of a ticket that goes to another person. */
public final class TransferMessages {

  static final String OFFERED = "registration.transfer-offered.v1";
  static final String WITHDRAWN = "registration.transfer-withdrawn.v1";
  static final String DECLINED = "registration.transfer-declined.v1";

  private TransferMessages() {}

  /** Tells an address that a ticket is offered to whoever has it. */
  public static Outgoing offered(
      Booking booking, Event event, Issue.Offer offer, String address, Locale language) {
    return toAddress(booking, event, offer, address, language).as(OFFERED);
  }

  /** Tells it that the ticket is so no longer. */
  public static Outgoing withdrawn(
      Booking booking, Event event, Issue.Offer offer, String address, Locale language) {
    return toAddress(booking, event, offer, address, language).as(WITHDRAWN);
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

  private static Fields toAddress(
      Booking booking, Event event, Issue.Offer offer, String address, Locale language) {
    return Fields.of(booking)
        .with("channel", address.startsWith("+") ? "sms" : "mail")
        .with("address", address)
        .with("language", language.getLanguage().equals("en") ? "en" : "zh")
        .with("fromName", booking.personName())
        .wholeEvent(event)
        .ticketType(event)
        .until(offer.until());
  }
}
