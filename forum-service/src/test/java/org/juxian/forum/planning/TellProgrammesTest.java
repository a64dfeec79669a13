package org.juxian.forum.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.juxian.event.EventDetails;
import org.juxian.event.EventStatus;
import org.juxian.event.ListedEvent;
import org.juxian.event.Period;
import org.juxian.event.PublicEvent;
import org.juxian.forum.ForumServiceTest;
import org.juxian.forum.agenda.Agenda;
import org.juxian.forum.agenda.Forum;
import org.juxian.forum.agenda.Room;
import org.juxian.forum.agenda.Session;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.testkit.Race;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A forum that was published when messages carried no sessions yet. */
@ForumServiceTest
class TellProgrammesTest {

  private static final Instant START = Instant.parse("2027-03-01T01:00:00Z");
  private static final Period PERIOD = new Period(START, START.plus(Duration.ofHours(2)));
  private static final InstantSource BEFORE = InstantSource.fixed(START.minusSeconds(60));

  @Autowired private Forums forums;
  @Autowired private Ids ids;

  /** What one database remembers. */
  private record Remembered(Set<String> all) implements Once {

    @Override
    public boolean isDone(String what) {
      return all.contains(what);
    }

    @Override
    public void done(String what) {
      all.add(what);
    }
  }

  /** Forums of which an organiser writes one just before we do. */
  private record Overtaken(Forums real, KeptForum before, Forum other, Set<String> done)
      implements Forums {

    @Override
    public boolean replace(KeptForum kept, Forum after, List<Outgoing> messages) {
      if (kept.id().equals(before.id()) && done.add(kept.id())) {
        assertThat(real.replace(before, other, List.of())).isTrue();
      }
      return real.replace(kept, after, messages);
    }

    @Override
    public Optional<KeptForum> find(String id) {
      return real.find(id);
    }

    @Override
    public KeptForum add(String id, Forum forum, List<Outgoing> messages) {
      return real.add(id, forum, messages);
    }

    @Override
    public List<ListedEvent> list(
        Optional<Set<String>> organisations, Optional<String> after, int limit) {
      return real.list(organisations, after, limit);
    }
  }

  @Test
  void what_is_on_at_an_open_forum_is_told_once() {
    String open = add(EventStatus.PUBLISHED);
    String draft = add(EventStatus.DRAFT);
    Remembered remembered = new Remembered(new HashSet<>());
    try (MessageProbe probe = MessageProbe.on("juxian.forum")) {
      new TellProgrammes(forums, remembered, BEFORE).tell();
      new TellProgrammes(forums, remembered, BEFORE).tell();
      JsonNode told = probe.await("forum.changed.v1", one -> one.key().equals(open)).data();
      assertThat(told.path("sessions").path(0).path("title").path("zh").asString()).isEqualTo("开幕");
      assertThat(told.path("changes").toString()).isEqualTo("[\"speakers\"]");
    }
    assertThat(version(open)).isEqualTo(2);
    assertThat(version(draft)).isEqualTo(1);
    new TellProgrammes(
            forums, new Remembered(new HashSet<>()), InstantSource.fixed(PERIOD.endsAt()))
        .tell();
    assertThat(version(open)).as("it is over").isEqualTo(2);
  }

  @Test
  void two_replicas_that_start_at_once_leave_it_as_it_is() {
    String open = add(EventStatus.PUBLISHED);
    Forum before = forums.find(open).orElseThrow().forum();
    Race.of(
        2,
        _ -> {
          new TellProgrammes(forums, new Remembered(new HashSet<>()), BEFORE).tell();
          return true;
        });
    assertThat(forums.find(open).orElseThrow().forum()).isEqualTo(before);
    assertThat(version(open)).isEqualTo(3);
  }

  @Test
  void what_an_organiser_releases_meanwhile_is_told_and_stays() {
    assertThat(titleAfter(forums)).isEqualTo("闭幕");
  }

  @Test
  void without_the_guard_of_the_version_it_would_be_lost() {
    assertThat(titleAfter(new UnguardedForums(forums))).isEqualTo("开幕");
  }

  /** An organiser releases another agenda just before the forum is told of. */
  private String titleAfter(Forums written) {
    String open = add(EventStatus.PUBLISHED);
    KeptForum before = forums.find(open).orElseThrow();
    Forum released = forum(EventStatus.PUBLISHED, "闭幕");
    new TellProgrammes(
            new Overtaken(written, before, released, new HashSet<>()),
            new Remembered(new HashSet<>()),
            BEFORE)
        .tell();
    Forum left = forums.find(open).orElseThrow().forum();
    return left.publicAgenda().sessions().getFirst().title().zh();
  }

  private String add(EventStatus status) {
    String id = ids.next();
    forums.add(id, forum(status, "开幕"), List.of());
    return id;
  }

  private long version(String id) {
    return forums.find(id).orElseThrow().version();
  }

  private static Forum forum(EventStatus status, String title) {
    Text text = new Text(title, title);
    Session session = new Session("s1", text, null, "r1", PERIOD, List.of());
    Agenda agenda = new Agenda(List.of(new Room("r1", text, 50)), List.of(session));
    EventDetails details =
        new EventDetails("o1", text, text, PERIOD, new Venue(text, text), List.of());
    boolean draft = status == EventStatus.DRAFT;
    return new Forum(
        new PublicEvent(status, details, draft ? null : START, null),
        agenda,
        draft ? null : agenda);
  }
}
