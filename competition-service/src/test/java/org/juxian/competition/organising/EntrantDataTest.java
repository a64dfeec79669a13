package org.juxian.competition.organising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.juxian.competition.CompetitionServiceTest;
import org.juxian.competition.schedule.Competition;
import org.juxian.competition.schedule.Entry;
import org.juxian.competition.schedule.Programme;
import org.juxian.competition.schedule.Schedule;
import org.juxian.event.EventDetails;
import org.juxian.event.EventStatus;
import org.juxian.event.Period;
import org.juxian.event.PublicEvent;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.messaging.PersonalData;
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
  @Autowired private Ids ids;

  @Test
  void an_entrant_sees_their_entries_and_can_be_forgotten() {
    String person = ids.next();
    String id = ids.next();
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
    PublicEvent event =
        new PublicEvent(
            EventStatus.DRAFT,
            new EventDetails("o1", TEXT, TEXT, PERIOD, new Venue(TEXT, TEXT), List.of()),
            null,
            null);
    competitions.add(
        id,
        new Competition(
            event,
            new Programme(TEXT, TEXT, List.of("W01")),
            new Schedule(
                Map.of(entry.id(), entry, captained.id(), captained, another.id(), another),
                List.of()),
            1),
        List.of());
    assertThat(data.export(person).toString()).contains("陈思远").doesNotContain("王芳");
    data.erase(person);
    data.erase(person);
    Map<String, Entry> left =
        competitions.find(id).orElseThrow().competition().schedule().entries();
    assertThat(left.get(entry.id()).name()).isEqualTo("-");
    assertThat(left.get(captained.id()).toString())
        .contains("蓝队")
        .doesNotContain("陈思远", "何敏", "+8613800000002");
    assertThat(left.get(another.id()).name()).isEqualTo("王芳");
  }
}
