package org.juxian.event.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.juxian.event.Announcement;
import org.juxian.event.Aspect;
import org.juxian.event.EventDetails;
import org.juxian.event.EventKind;
import org.juxian.event.Period;
import org.juxian.event.TicketType;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/** A forum's own messages have its agenda besides; forum-service tests those. */
class EventMessagesTest {

  /** A message as any reader takes it: all that the golden examples have. */
  record Wire(
      String eventId,
      String kind,
      String organisationId,
      Text title,
      Text summary,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      List<TicketType> ticketTypes,
      Set<String> changes,
      Text reason) {

    EventDetails details() {
      return new EventDetails(
          organisationId, title, summary, new Period(startsAt, endsAt), venue, ticketTypes);
    }
  }

  @ParameterizedTest
  @EnumSource(value = EventKind.class, names = "FORUM", mode = EnumSource.Mode.EXCLUDE)
  void published_is_written_as_the_contract_says(EventKind kind) {
    String type = kind.wireName() + ".published.v1";
    Wire example = Contracts.read(type, Wire.class);
    Outgoing told = only(kind, example.eventId(), example.details(), new Announcement.Published());
    assertThat(told.type()).isEqualTo(type);
    assertThat(told.topic()).isEqualTo("juxian." + kind.wireName());
    assertThat(told.key()).isEqualTo(example.eventId());
    Contracts.assertProduces(type, told.data());
  }

  @ParameterizedTest
  @EnumSource(value = EventKind.class, names = "FORUM", mode = EnumSource.Mode.EXCLUDE)
  void changed_is_written_as_the_contract_says(EventKind kind) {
    String type = kind.wireName() + ".changed.v1";
    Wire example = Contracts.read(type, Wire.class);
    Set<Aspect> aspects =
        example.changes().stream()
            .map(name -> Aspect.valueOf(name.toUpperCase(java.util.Locale.ROOT)))
            .collect(java.util.stream.Collectors.toSet());
    Outgoing told =
        only(kind, example.eventId(), example.details(), new Announcement.Changed(aspects));
    assertThat(told.type()).isEqualTo(type);
    Contracts.assertProduces(type, told.data());
  }

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void cancelled_is_written_as_the_contract_says(EventKind kind) {
    String type = kind.wireName() + ".cancelled.v1";
    Wire example = Contracts.read(type, Wire.class);
    Wire published = Contracts.read(kind.wireName() + ".published.v1", Wire.class);
    Outgoing told =
        only(
            kind,
            example.eventId(),
            published.details(),
            new Announcement.Cancelled(example.reason()));
    assertThat(told.type()).isEqualTo(type);
    Contracts.assertProduces(type, told.data());
  }

  private static Outgoing only(
      EventKind kind, String id, EventDetails details, Announcement announcement) {
    List<Outgoing> told = new EventMessages(kind).of(id, details, announcement);
    assertThat(told).hasSize(1);
    return told.getFirst();
  }
}
