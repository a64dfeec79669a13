package org.juxian.registration.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.registration.agenda.Agenda;
import org.juxian.registration.agenda.AgendaCalendar;
import org.juxian.registration.agenda.Feed;
import org.juxian.registration.agenda.Feeds;
import org.juxian.registration.calendar.CalendarEntry;
import org.juxian.registration.calendar.ICalendar;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's agenda as a private calendar feed, which whoever knows its address can read. */
@RestController
@AllowedTo(signedIn = true)
class FeedController {

  private static final Duration PAST = Duration.ofDays(60);
  private static final Duration FUTURE = Duration.ofDays(400);

  /** The address of a feed; it is shown this once. */
  record FeedView(String path, Instant since) {}

  /** Since when there is a feed; absent where there is none. */
  record FeedSince(@Nullable Instant since) {}

  private final Feeds feeds;
  private final Agenda agenda;
  private final AgendaCalendar calendar;
  private final InstantSource clock;

  FeedController(Feeds feeds, Agenda agenda, AgendaCalendar calendar, InstantSource clock) {
    this.feeds = feeds;
    this.agenda = agenda;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Makes a new address; one before it is good for nothing from now on. */
  @PostMapping("/api/registrations/agenda/feed")
  @ResponseStatus(HttpStatus.CREATED)
  FeedView renew(Caller caller) {
    String secret = feeds.renew(caller.personId(), caller.language());
    return new FeedView("/api/registrations/agenda/feed/" + secret + ".ics", clock.instant());
  }

  /** To have no feed is nothing wrong: the answer says so by what it leaves out. */
  @GetMapping("/api/registrations/agenda/feed")
  FeedSince show(Caller caller) {
    return new FeedSince(feeds.of(caller.personId()).map(Feed::since).orElse(null));
  }

  @DeleteMapping("/api/registrations/agenda/feed")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(Caller caller) {
    feeds.end(caller.personId());
  }

  @GetMapping("/api/registrations/agenda/feed/{secret}.ics")
  @AllowedTo(anyone = true)
  ResponseEntity<String> feed(@PathVariable String secret) {
    Feed feed = feeds.by(secret).orElseThrow(Problem::notFound);
    String name = feed.language().getLanguage().equals("en") ? "Juxian" : "聚贤";
    return ResponseEntity.ok()
        .header("Content-Type", ICalendar.MEDIA_TYPE)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
        .body(ICalendar.feed(name, entries(feed)));
  }

  private List<CalendarEntry> entries(Feed feed) {
    Instant now = clock.instant();
    Locale language = feed.language();
    List<CalendarEntry> all = new ArrayList<>();
    agenda
        .of(feed.personId(), now.minus(PAST), now.plus(FUTURE))
        .forEach(item -> all.add(calendar.entry(item, language)));
    return all;
  }
}
