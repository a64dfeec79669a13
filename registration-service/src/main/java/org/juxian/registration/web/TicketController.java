package org.juxian.registration.web;

import java.util.Locale;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.registration.calendar.ICalendar;
import org.juxian.registration.ticket.CalendarEntries;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a registered person takes along, as files. */
@RestController
@AllowedTo(signedIn = true)
class TicketController {

  private final SeenRegistrations registrations;
  private final CalendarEntries entries;

  TicketController(SeenRegistrations registrations, CalendarEntries entries) {
    this.registrations = registrations;
    this.entries = entries;
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
}
