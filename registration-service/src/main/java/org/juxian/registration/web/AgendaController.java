package org.juxian.registration.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.agenda.Agenda;
import org.juxian.registration.agenda.AgendaItem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person has before them. */
@RestController
@AllowedTo(signedIn = true)
class AgendaController {

  private static final int DAYS = 400;

  /** What is known of a session besides; chosen with this registration. */
  record TalkView(String registrationId, Text eventTitle, Text room, List<Text> speakers) {

    static @Nullable TalkView of(AgendaItem.@Nullable Talk talk) {
      return talk == null
          ? null
          : new TalkView(talk.registrationId(), talk.eventTitle(), talk.room(), talk.speakers());
    }
  }

  /** One thing; {@code clashes} are the ids of what it cannot be done together with. */
  record ItemView(
      String kind,
      String id,
      String eventId,
      Text title,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      @Nullable String place,
      @Nullable TalkView session,
      List<String> clashes) {}

  /** All of it, by its start. */
  record AgendaView(List<ItemView> items) {}

  private final Agenda agenda;
  private final InstantSource clock;

  AgendaController(Agenda agenda, InstantSource clock) {
    this.agenda = agenda;
    this.clock = clock;
  }

  /**
   * Registrations, interviews, sessions and heats; without {@code from}, what is over is left out.
   */
  @GetMapping("/api/registrations/agenda")
  AgendaView agenda(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Caller caller) {
    Instant start = EventController.time("from", from);
    Instant begin = start == null ? clock.instant() : start;
    Instant end = EventController.time("to", to);
    Instant latest = begin.plus(DAYS, ChronoUnit.DAYS);
    if (end != null && (end.isBefore(begin) || end.isAfter(latest))) {
      throw Problem.of(400, "invalid").field("to", "range-of-days", DAYS);
    }
    List<AgendaItem> items = agenda.of(caller.personId(), begin, end == null ? latest : end);
    return new AgendaView(items.stream().map(item -> view(item, items)).toList());
  }

  static ItemView view(AgendaItem item, List<AgendaItem> others) {
    return new ItemView(
        Words.of(item.kind()),
        item.id(),
        item.eventId(),
        item.title(),
        item.startsAt(),
        item.endsAt(),
        item.venue(),
        item.talk() == null ? item.place() : null,
        TalkView.of(item.talk()),
        others.stream().filter(other -> other.clashesWith(item)).map(AgendaItem::id).toList());
  }
}
