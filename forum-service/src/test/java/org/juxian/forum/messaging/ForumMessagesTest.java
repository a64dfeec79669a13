package org.juxian.forum.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juxian.event.Announcement;
import org.juxian.event.Aspect;
import org.juxian.event.EventDetails;
import org.juxian.event.EventStatus;
import org.juxian.event.Period;
import org.juxian.event.PublicEvent;
import org.juxian.event.TicketType;
import org.juxian.forum.agenda.Agenda;
import org.juxian.forum.agenda.Forum;
import org.juxian.forum.agenda.Room;
import org.juxian.forum.agenda.Session;
import org.juxian.forum.agenda.Speaker;
import org.juxian.platform.messaging.MessageJson;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import tools.jackson.databind.JsonNode;

class ForumMessagesTest {

  /** What a broker takes unless it is told otherwise. */
  private static final int MEGABYTE = 1_048_576;

  private static final ForumMessages MESSAGES = new ForumMessages();

  /** A session as any reader takes it. */
  record WireSession(
      String id, Text title, Text room, Instant startsAt, Instant endsAt, List<Text> speakers) {

    Session session(String roomId) {
      return new Session(
          id,
          title,
          null,
          roomId,
          new Period(startsAt, endsAt),
          speakers.stream().map(name -> new Speaker(name, name, "1".repeat(32))).toList());
    }
  }

  /** A message as any reader takes it. */
  record Wire(
      String eventId,
      String organisationId,
      Text title,
      Text summary,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      List<TicketType> ticketTypes,
      List<WireSession> sessions) {

    Forum forum() {
      List<Room> rooms = new ArrayList<>();
      List<Session> talks = new ArrayList<>();
      for (WireSession session : sessions) {
        rooms.add(new Room("r" + rooms.size(), session.room(), 100));
        talks.add(session.session(rooms.getLast().id()));
      }
      return published(
          new EventDetails(
              organisationId, title, summary, new Period(startsAt, endsAt), venue, ticketTypes),
          new Agenda(rooms, talks));
    }
  }

  @Test
  void published_carries_the_agenda_as_the_contract_says() {
    Wire example = Contracts.read("forum.published.v1", Wire.class);
    Outgoing told =
        only(MESSAGES.of(example.eventId(), example.forum(), new Announcement.Published()));
    assertThat(told.type()).isEqualTo("forum.published.v1");
    assertThat(told.topic()).isEqualTo("juxian.forum");
    assertThat(told.key()).isEqualTo(example.eventId());
    Contracts.assertProduces("forum.published.v1", told.data());
  }

  @Test
  void changed_carries_the_agenda_as_the_contract_says() {
    Wire example = Contracts.read("forum.changed.v1", Wire.class);
    Announcement changed = new Announcement.Changed(Set.of(Aspect.AGENDA));
    Outgoing told = only(MESSAGES.of(example.eventId(), example.forum(), changed));
    Contracts.assertProduces("forum.changed.v1", told.data());
  }

  @Test
  void what_is_no_news_of_the_agenda_says_nothing_of_it() {
    Wire example = Contracts.read("forum.published.v1", Wire.class);
    assertThat(MESSAGES.of("f", example.forum(), new Announcement.Nothing())).isEmpty();
    Outgoing told = only(MESSAGES.of("f", example.forum(), new Announcement.Cancelled(null)));
    assertThat(written(told).has("sessions")).isFalse();
  }

  @Test
  void the_longest_agenda_fits_into_a_message() {
    JsonNode usual = written(agenda(200, "论坛议程第一场", 3));
    assertThat(usual.path("sessions")).hasSize(200);
    assertThat(usual.path("sessions").path(199).path("speakers")).hasSize(3);
    JsonNode longest = written(agenda(Agenda.MOST_SESSIONS, "聚".repeat(100), 10));
    assertThat(longest.path("sessions")).hasSize(Agenda.MOST_SESSIONS);
    assertThat(longest.path("sessions").path(0).has("speakers")).isFalse();
    Contracts.assertValid("forum.published.v1", longest);
    assertThat(longest.toString().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(MEGABYTE * 3 / 4);
  }

  private static Outgoing agenda(int sessions, String text, int speakers) {
    EventDetails details =
        Contracts.read("forum.published.v1", Wire.class).forum().event().details();
    Text both = new Text(text, text);
    Text title = new Text(text + text, text + text);
    List<Speaker> names =
        IntStream.range(0, speakers).mapToObj(_ -> new Speaker(both, null, null)).toList();
    Instant start = details.period().startsAt();
    List<Session> all =
        IntStream.range(0, sessions)
            .mapToObj(
                n ->
                    new Session(
                        "%032x".formatted(n),
                        title,
                        null,
                        "r",
                        new Period(
                            start.plus(Duration.ofMinutes(n)),
                            start.plus(Duration.ofMinutes(n + 1))),
                        names))
            .toList();
    Forum forum = published(details, new Agenda(List.of(new Room("r", both, 9)), all));
    return only(MESSAGES.of("0".repeat(32), forum, new Announcement.Published()));
  }

  private static Forum published(EventDetails details, @Nullable Agenda agenda) {
    Agenda none = new Agenda(List.of(), List.of());
    PublicEvent event = new PublicEvent(EventStatus.PUBLISHED, details, Instant.EPOCH, null);
    return new Forum(event, none, agenda);
  }

  private static JsonNode written(Outgoing told) {
    return MessageJson.mapper().readTree(MessageJson.mapper().writeValueAsString(told.data()));
  }

  private static Outgoing only(List<Outgoing> told) {
    assertThat(told).hasSize(1);
    return told.getFirst();
  }
}
