package org.juxian.competition.organising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juxian.competition.CompetitionServiceTest;
import org.juxian.competition.diary.Aliases;
import org.juxian.competition.diary.Booking;
import org.juxian.competition.diary.Diaries;
import org.juxian.competition.diary.Diary;
import org.juxian.competition.schedule.Competition;
import org.juxian.competition.schedule.Entry;
import org.juxian.competition.schedule.Programme;
import org.juxian.competition.schedule.Schedule;
import org.juxian.event.EventDetails;
import org.juxian.event.EventStatus;
import org.juxian.event.Period;
import org.juxian.event.PublicEvent;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.messaging.KeepingPeriod;
import org.juxian.platform.messaging.PersonalData;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.springframework.beans.factory.annotation.Autowired;

@CompetitionServiceTest
class EntrantDataTest {

  private static final Text TEXT = new Text("竞赛", "Competition");
  private static final Instant START = Instant.parse("2027-03-01T01:00:00Z");
  private static final Period PERIOD = new Period(START, START.plus(Duration.ofHours(8)));

  @Autowired private PersonalData data;
  @Autowired private Competitions competitions;
  @Autowired private KeepingPeriod keeping;
  @Autowired private ForgetEntrants forgetting;
  @Autowired private Aliases aliases;
  @Autowired private Diaries diaries;
  @Autowired private Ids ids;

  @Test
  void an_entrant_sees_their_entries_and_can_be_forgotten() {
    String person = ids.next();
    Entry entry = new Entry(ids.next(), person, "陈思远", null, true, 1);
    Entry captained =
        new Entry(
            ids.next(),
            person,
            "陈思远",
            new Entry.Team(
                "蓝队",
                List.of(
                    new Entry.Member("陈思远", "+8613800000001"),
                    new Entry.Member("何敏", "+8613800000002"))),
            true,
            1);
    Entry another = new Entry(ids.next(), ids.next(), "王芳", null, true, 1);
    String id = competition(entry, captained, another);
    assertThat(data.export(person).toString()).contains("陈思远").doesNotContain("王芳");
    data.erase(person);
    data.erase(person);
    Map<String, Entry> left = entries(id);
    assertThat(left.get(entry.id()).name()).isEqualTo("-");
    assertThat(left.get(captained.id()).toString())
        .contains("蓝队")
        .doesNotContain("陈思远", "何敏", "+8613800000002");
    assertThat(left.get(another.id()).name()).isEqualTo("王芳");
  }

  @Test
  void a_member_who_is_forgotten_leaves_a_team_that_stays_as_large() {
    for (boolean numberFirst : List.of(false, true)) {
      String person = ids.next();
      String phone = "+86139" + person.substring(24).replaceAll("[a-f]", "7");
      tell(person, "何敏", phone);
      Entry team = team(new Entry.Member("陈思远", "+8613800000001"), new Entry.Member("何敏", phone));
      Entry other = team(new Entry.Member("王芳", "+8613800000003"), new Entry.Member("何敏", phone));
      String id = competition(team, other);
      assertThat(diaries.replace(diaries.of(phone), new Diary(List.of()))).isTrue();
      assertThat(data.export(person).toString()).contains("何敏").doesNotContain("陈思远", "王芳");
      if (numberFirst) {
        tell(person, "-", null);
      } else {
        data.erase(person);
      }
      for (Entry left : entries(id).values()) {
        Entry before = left.id().equals(team.id()) ? team : other;
        assertThat(left.toString()).doesNotContain("何敏", phone);
        assertThat(left.team().members()).hasSize(2).contains(before.team().members().getFirst());
        assertThat(left.people()).doesNotContain("-").contains(before.personId());
      }
      assertThat(diaries.of(phone).revision()).isZero();
      data.erase(person);
      assertThat(competitions.find(id).orElseThrow().revision()).as("once").isEqualTo(2);
    }
  }

  @Test
  void a_competition_of_long_ago_names_nobody() {
    Entry entry = new Entry(ids.next(), ids.next(), "陈思远", null, true, 1);
    Entry team = team(new Entry.Member("何敏", "+8613800000002"));
    String id = competition(entry, team);
    assertThat(diaries.replace(diaries.of(entry.personId()), booked())).isTrue();
    keeping.tidy(PERIOD.endsAt().plus(Duration.ofDays(729)));
    assertThat(entries(id)).containsValues(entry, team);
    assertThat(diaries.of(entry.personId()).revision()).as("is over").isZero();
    keeping.tidy(PERIOD.endsAt().plus(Duration.ofDays(731)));
    keeping.tidy(PERIOD.endsAt().plus(Duration.ofDays(731)));
    assertThat(entries(id)).hasSize(2);
    assertThat(entries(id).toString())
        .contains("蓝队")
        .doesNotContain("陈思远", "何敏", entry.personId(), team.personId());
    assertThat(competitions.find(id).orElseThrow().revision()).as("written once").isEqualTo(2);
  }

  @Test
  void kept_for_ever_it_names_everybody() {
    Entry entry = new Entry(ids.next(), ids.next(), "陈思远", null, true, 1);
    String id = competition(entry);
    new KeepEntries(competitions, forgetting, diaries, Duration.ZERO)
        .tidy(PERIOD.endsAt().plus(Duration.ofDays(99_999)));
    assertThat(entries(id)).containsValue(entry);
  }

  private static Diary booked() {
    return new Diary(List.of(new Booking("c", "k", "h", PERIOD, 1, START)));
  }

  private void tell(String person, String name, @Nullable String phone) {
    Map<String, Object> data = new HashMap<>(Map.of("personId", person, "name", name));
    if (phone == null) {
      data.put("mail", person + "@erased.example.org");
      data.put("forgotten", true);
    } else {
      data.put("phone", phone);
    }
    MessageProbe.publish(
        "juxian.identity", "identity.person-changed.v1", person, phone == null ? 2 : 1, data);
    await()
        .until(() -> aliases.phones(List.of(person)).containsValue(phone) || gone(person, phone));
  }

  private boolean gone(String person, @Nullable String phone) {
    return phone == null && aliases.phones(List.of(person)).isEmpty();
  }

  private Entry team(Entry.Member... members) {
    return new Entry(ids.next(), ids.next(), "周敏", new Entry.Team("蓝队", List.of(members)), true, 1);
  }

  private Map<String, Entry> entries(String id) {
    return competitions.find(id).orElseThrow().competition().schedule().entries();
  }

  private String competition(Entry... entries) {
    String id = ids.next();
    PublicEvent event =
        new PublicEvent(
            EventStatus.DRAFT,
            new EventDetails("o1", TEXT, TEXT, PERIOD, new Venue(TEXT, TEXT), List.of()),
            null,
            null);
    Map<String, Entry> all =
        Stream.of(entries).collect(Collectors.toMap(Entry::id, Function.identity()));
    competitions.add(
        id,
        new Competition(
            event, new Programme(TEXT, TEXT, List.of("W01")), new Schedule(all, List.of()), 1),
        List.of());
    return id;
  }
}
