package org.juxian.forum.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juxian.event.EventDetails;
import org.juxian.event.EventStatus;
import org.juxian.event.Period;
import org.juxian.event.PublicEvent;
import org.juxian.forum.ForumServiceTest;
import org.juxian.forum.agenda.Agenda;
import org.juxian.forum.agenda.Forum;
import org.juxian.forum.agenda.Room;
import org.juxian.forum.agenda.Session;
import org.juxian.forum.agenda.Speaker;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.messaging.KeepingPeriod;
import org.juxian.platform.messaging.PersonalData;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ForumServiceTest
class SpeakerDataTest {

  private static final Text TEXT = new Text("论坛", "Forum");
  private static final Instant START = Instant.parse("2027-03-01T01:00:00Z");
  private static final Period PERIOD = new Period(START, START.plus(Duration.ofHours(2)));

  @Autowired private PersonalData data;
  @Autowired private Forums forums;
  @Autowired private KeepingPeriod keeping;
  @Autowired private ForgetSpeakers forgetting;
  @Autowired private Ids ids;

  @Test
  void a_speaker_sees_where_they_speak_and_can_be_forgotten() {
    String person = ids.next();
    String forum = ids.next();
    forums.add(forum, forum(new Speaker(new Text("黄教授", "Prof Huang"), null, person)), List.of());
    assertThat(data.export(person).toString()).contains(forum, "黄教授");
    try (MessageProbe probe = MessageProbe.on("juxian.forum")) {
      data.erase(person);
      data.erase(person);
      JsonNode told = probe.await("forum.changed.v1", one -> one.key().equals(forum)).data();
      assertThat(told.path("changes").toString()).isEqualTo("[\"speakers\"]");
      assertThat(told.path("sessions")).hasSize(1);
      assertThat(told.toString()).doesNotContain("黄教授", person);
    }
    assertThat(data.export(person).toString()).doesNotContain(forum);
    Forum left = forums.find(forum).orElseThrow().forum();
    assertThat(left.toString()).doesNotContain("黄教授", person);
    assertThat(left.draft().sessions()).hasSize(1);
  }

  @Test
  void a_forum_of_long_ago_names_no_speakers() {
    String forum = ids.next();
    Speaker huang = new Speaker(new Text("黄教授", "Prof Huang"), TEXT, null);
    forums.add(forum, forum(huang), List.of());
    keeping.tidy(PERIOD.endsAt().plus(Duration.ofDays(1824)));
    assertThat(forums.find(forum).orElseThrow().forum()).isEqualTo(forum(huang));
    try (MessageProbe probe = MessageProbe.on("juxian.forum")) {
      keeping.tidy(PERIOD.endsAt().plus(Duration.ofDays(1826)));
      keeping.tidy(PERIOD.endsAt().plus(Duration.ofDays(1826)));
      JsonNode told = probe.await("forum.changed.v1", one -> one.key().equals(forum)).data();
      assertThat(told.path("changes").toString()).isEqualTo("[\"speakers\"]");
      assertThat(told.toString()).doesNotContain("黄教授");
    }
    KeptForum left = forums.find(forum).orElseThrow();
    assertThat(left.forum()).isEqualTo(forum(Speaker.FORGOTTEN));
    assertThat(left.version()).as("written once").isEqualTo(2);
    new KeepSpeakers(forums, forgetting, Duration.ZERO).tidy(Instant.MAX);
  }

  private static Forum forum(Speaker speaker) {
    Session session = new Session("s1", TEXT, null, "r1", PERIOD, List.of(speaker));
    Agenda agenda = new Agenda(List.of(new Room("r1", TEXT, 50)), List.of(session));
    EventDetails details =
        new EventDetails("o1", TEXT, TEXT, PERIOD, new Venue(TEXT, TEXT), List.of());
    return new Forum(new PublicEvent(EventStatus.PUBLISHED, details, START, null), agenda, agenda);
  }
}
