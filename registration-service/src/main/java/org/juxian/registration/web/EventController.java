package org.juxian.registration.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.catalogue.Occupancy;
import org.juxian.registration.persistence.EventStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is on, whatever service it came from. */
@RestController
class EventController {

  private static final Set<String> KINDS = Set.of("fair", "competition", "forum");
  private static final int LONGEST_QUERY = 100;

  private final EventStore store;
  private final EventBook events;
  private final Occupancy occupancy;
  private final RegistrationStore registrations;
  private final InstantSource clock;

  EventController(
      EventStore store,
      EventBook events,
      Occupancy occupancy,
      RegistrationStore registrations,
      InstantSource clock) {
    this.store = store;
    this.events = events;
    this.occupancy = occupancy;
    this.registrations = registrations;
    this.clock = clock;
  }

  /** By start. Without {@code from}, what is over is left out. */
  @GetMapping("/api/events")
  @AllowedTo(anyone = true)
  Page<EventViews.EventItem> list(
      @RequestParam(required = false) @Nullable String query,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      PageQuery page) {
    Instant now = clock.instant();
    if (kind != null && !kind.isEmpty() && !KINDS.contains(kind)) {
      throw Problem.of(400, "invalid").field("kind", "kind");
    }
    List<Event> found =
        store.list(
            new EventStore.Query(
                text(query),
                kind == null || kind.isEmpty() ? null : kind,
                Optional.ofNullable(time("from", from)).orElse(now),
                time("to", to),
                page.after().map(EventController::position).orElse(null),
                page.limit()));
    return Page.of(
        found,
        page.limit(),
        event -> event.startsAt().toEpochMilli() + "~" + event.id(),
        event -> EventViews.item(event, occupancy.of(event), now));
  }

  @GetMapping("/api/events/{id}")
  @AllowedTo(anyone = true)
  EventViews.EventPage show(@PathVariable String id, Optional<Caller> caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    String mine =
        caller
            .flatMap(one -> registrations.standing(id, one.personId()))
            .map(saved -> saved.registration().booking().id())
            .orElse(null);
    return EventViews.page(event, occupancy.of(event), clock.instant(), mine);
  }

  static @Nullable String text(@Nullable String query) {
    if (query == null || query.isBlank()) {
      return null;
    }
    if (query.length() > LONGEST_QUERY) {
      throw Problem.of(400, "invalid").field("query", "too-long", LONGEST_QUERY);
    }
    return query.strip();
  }

  /** A time with an offset; a plus that became a space on the way is understood. */
  static @Nullable Instant time(String field, @Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(given.strip().replace(' ', '+')).toInstant();
    } catch (DateTimeParseException wrong) {
      throw Problem.of(400, "invalid").field(field, "time");
    }
  }

  private static EventStore.Position position(String cursor) {
    int tilde = cursor.indexOf('~');
    try {
      return new EventStore.Position(
          Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, Math.max(0, tilde)))),
          cursor.substring(tilde + 1));
    } catch (NumberFormatException malformed) {
      throw Problem.of(400, "invalid").field("cursor", "cursor");
    }
  }
}
