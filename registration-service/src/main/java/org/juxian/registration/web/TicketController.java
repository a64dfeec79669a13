package org.juxian.registration.web;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.registration.calendar.ICalendar;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration;
import org.juxian.registration.printing.PrintTicket;
import org.juxian.registration.ticket.CalendarEntries;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a registered person takes along, as files. */
@RestController
@AllowedTo(signedIn = true)
class TicketController {

  private final SeenRegistrations registrations;
  private final CalendarEntries entries;
  private final PrintTicket printing;

  TicketController(SeenRegistrations registrations, CalendarEntries entries, PrintTicket printing) {
    this.registrations = registrations;
    this.entries = entries;
    this.printing = printing;
  }

  /** For the calendar; once the registration or the event is cancelled, to take it out again. */
  @GetMapping(value = "/api/registrations/{id}/event.ics", produces = ICalendar.MEDIA_TYPE)
  ResponseEntity<String> calendar(@PathVariable String id, Caller caller, Locale language) {
    SeenRegistrations.Seen seen = registrations.by(caller, id);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, ICalendar.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"event.ics\"")
        .cacheControl(CacheControl.noStore())
        .body(ICalendar.of(entries.of(seen.saved(), seen.event(), language)));
  }

  /**
   * The ticket on a page of A4.
   *
   * @param language {@code zh-CN} or {@code en}, where it is not the language of the browser
   */
  @GetMapping(
      value = "/api/registrations/{id}/ticket.pdf",
      produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> pdf(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String language,
      Caller caller,
      Locale browser) {
    SeenRegistrations.Seen seen = registrations.by(caller, id);
    Booking booking = valid(seen).booking();
    return printing
        .pdf(booking, seen.event(), language == null ? browser : Locale.forLanguageTag(language))
        .map(
            page ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .header(HttpHeaders.CONTENT_DISPOSITION, disposition(booking))
                    .cacheControl(CacheControl.noStore())
                    .body(page))
        .orElseThrow(() -> Problem.of(503, "unavailable").retryAfter(Duration.ofSeconds(3)));
  }

  private static String disposition(Booking booking) {
    return "attachment; filename=\"juxian-" + booking.ticketNumber() + ".pdf\"";
  }

  private static Registration.Active valid(SeenRegistrations.Seen seen) {
    if (seen.event().cancelled()) {
      throw Problem.of(409, "cancelled");
    }
    return switch (seen.registration()) {
      case Registration.Active active -> active;
      case Registration.Cancelled _ -> throw Problem.of(409, "ticket-cancelled");
      case Pending _ -> throw Problem.of(409, "not-confirmed");
    };
  }
}
