package org.juxian.registration.ticket;

import java.time.InstantSource;
import java.util.Locale;
import org.juxian.platform.values.Venue;
import org.juxian.registration.calendar.CalendarEntry;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Registration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Registrations as entries of their person's calendar. */
@Component
public class CalendarEntries {

  private final String publicUrl;
  private final InstantSource clock;

  CalendarEntries(@Value("${juxian.issuer}") String publicUrl, InstantSource clock) {
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /**
   * The entry of a registration. Its sequence is the sum of two versions that only rise, so it
   * rises whatever changes: the event, or the registration.
   */
  public CalendarEntry of(Saved saved, Event event, Locale language) {
    Registration registration = saved.registration();
    Booking booking = registration.booking();
    return new CalendarEntry(
        "registration-" + booking.id() + "@juxian.org",
        event.sequence() + saved.version() - 1,
        clock.instant(),
        event.startsAt(),
        event.endsAt(),
        event.title().in(language),
        description(booking, event, language),
        place(event.venue(), language),
        publicUrl + "/tickets/" + booking.id(),
        event.cancelled() || registration instanceof Registration.Cancelled);
  }

  private static String description(Booking booking, Event event, Locale language) {
    String type =
        event
            .ticketType(booking.ticketTypeId())
            .map(TicketType::name)
            .map(name -> name.in(language) + " ")
            .orElse("");
    return type + booking.ticketNumber() + "\n\n" + event.summary().in(language);
  }

  /** A venue in one line. */
  public static String place(Venue venue, Locale language) {
    boolean english = language.getLanguage().equals("en");
    return venue.name().in(language) + (english ? ", " : "，") + venue.address().in(language);
  }
}
