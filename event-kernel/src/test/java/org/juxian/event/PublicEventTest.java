package org.juxian.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.event.Events.END;
import static org.juxian.event.Events.NOVEMBER;
import static org.juxian.event.Events.START;
import static org.juxian.event.Events.aDraft;
import static org.juxian.event.Events.aFair;
import static org.juxian.event.Events.aPublished;
import static org.juxian.event.Events.accepted;
import static org.juxian.event.Events.details;
import static org.juxian.event.Events.text;
import static org.juxian.event.Events.ticketType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicEventTest {

  private static final Instant AFTERWARDS = END;

  @Test
  void a_draft_is_told_to_nobody_until_it_is_published() {
    Decision.Accepted drafted = accepted(PublicEvent.draft(aFair()));
    assertThat(drafted.announcement()).isEqualTo(new Announcement.Nothing());
    assertThat(drafted.event().wasPublished()).isFalse();
    Decision.Accepted edited =
        accepted(drafted.event().edit(details(START, END), Set.of(Aspect.AGENDA), NOVEMBER));
    assertThat(edited.announcement()).isEqualTo(new Announcement.Nothing());
    Decision.Accepted published = accepted(drafted.event().publish(NOVEMBER));
    assertThat(published.announcement()).isEqualTo(new Announcement.Published());
    assertThat(published.event().publishedAt()).isEqualTo(NOVEMBER);
  }

  @Test
  void it_is_published_once() {
    assertThat(aPublished().publish(NOVEMBER)).isEqualTo(refused(new Refusal.AlreadyPublished()));
  }

  @Test
  void nothing_is_published_that_nobody_can_register_for_or_that_has_begun() {
    PublicEvent empty = accepted(PublicEvent.draft(details(START, END))).event();
    assertThat(faults(empty.publish(START.plusSeconds(1))))
        .containsExactly("ticketTypes needed", "startsAt past");
    assertThat(faults(aDraft().publish(START))).isEmpty();
  }

  @Test
  void a_change_of_what_is_published_tells_what_changed() {
    EventDetails later = details(START.plusSeconds(60), END, ticketType("t1"), ticketType("t2"));
    assertThat(accepted(aPublished().edit(later, Set.of(Aspect.AGENDA), NOVEMBER)).announcement())
        .isEqualTo(new Announcement.Changed(Set.of(Aspect.TIME, Aspect.TICKETS, Aspect.AGENDA)));
    assertThat(accepted(aPublished().edit(aFair(), Set.of(), NOVEMBER)).announcement())
        .isEqualTo(new Announcement.Nothing());
  }

  @Test
  void what_is_published_does_not_move_into_the_past() {
    Instant yesterday = NOVEMBER.minus(Duration.ofDays(1));
    EventDetails past =
        details(yesterday, END, new TicketType("t1", text("x"), 1, yesterday, START, null));
    assertThat(faults(aPublished().edit(past, Set.of(), NOVEMBER)))
        .containsExactly("startsAt past");
    assertThat(faults(aDraft().edit(past, Set.of(), NOVEMBER))).isEmpty();
  }

  @Test
  void while_it_runs_it_can_still_be_changed_but_not_afterwards() {
    Instant during = START.plusSeconds(600);
    EventDetails longer = details(START, END.plusSeconds(600), ticketType("t1"));
    assertThat(aPublished().edit(longer, Set.of(), during)).isInstanceOf(Decision.Accepted.class);
    assertThat(aPublished().edit(longer, Set.of(), AFTERWARDS))
        .isEqualTo(refused(new Refusal.Over()));
    assertThat(aPublished().cancel(null, AFTERWARDS)).isEqualTo(refused(new Refusal.Over()));
  }

  @Test
  void ticket_types_that_people_may_hold_stay_what_they_are() {
    assertThat(faults(aPublished().edit(details(START, END), Set.of(), NOVEMBER)))
        .containsExactly("ticketTypes ticket-type-kept");
    TicketType forTeams = new TicketType("t1", text("x"), 100, NOVEMBER, START, new TeamSize(2, 3));
    assertThat(faults(aPublished().edit(details(START, END, forTeams), Set.of(), NOVEMBER)))
        .containsExactly("ticketTypes[0].team fixed");
    assertThat(faults(aDraft().edit(details(START, END), Set.of(), NOVEMBER))).isEmpty();
  }

  @Test
  void an_event_stays_with_its_organisation() {
    EventDetails fair = aFair();
    EventDetails others =
        new EventDetails(
            "o2", fair.title(), fair.summary(), fair.period(), fair.venue(), fair.ticketTypes());
    assertThat(faults(aDraft().edit(others, Set.of(), NOVEMBER)))
        .containsExactly("organisationId fixed");
  }

  @Test
  void cancelled_is_final_and_told_only_to_those_who_could_know() {
    Decision.Accepted cancelled = accepted(aPublished().cancel(text("Typhoon"), NOVEMBER));
    assertThat(cancelled.announcement()).isEqualTo(new Announcement.Cancelled(text("Typhoon")));
    PublicEvent event = cancelled.event();
    Decision refused = refused(new Refusal.Cancelled());
    assertThat(event.cancel(null, NOVEMBER)).isEqualTo(refused);
    assertThat(event.publish(NOVEMBER)).isEqualTo(refused);
    assertThat(event.edit(aFair(), Set.of(), NOVEMBER)).isEqualTo(refused);
    assertThat(accepted(aDraft().cancel(null, NOVEMBER)).announcement())
        .isEqualTo(new Announcement.Nothing());
  }

  @Test
  void rules_hold_for_drafts_too() {
    TicketType bad = new TicketType("t1", text("x"), 0, START, START, new TeamSize(0, 200));
    TicketType twin =
        new TicketType("t1", text("x"), 100_001, START, END.plusSeconds(1), new TeamSize(3, 2));
    assertThat(faults(PublicEvent.draft(details(START, END, bad, twin))))
        .containsExactly(
            "ticketTypes[0].capacity range",
            "ticketTypes[0].closesAt after-opening",
            "ticketTypes[0].team.minMembers range",
            "ticketTypes[0].team.maxMembers range",
            "ticketTypes[1].id duplicate",
            "ticketTypes[1].capacity range",
            "ticketTypes[1].closesAt not-after-end",
            "ticketTypes[1].team.maxMembers range");
    assertThat(faults(PublicEvent.draft(details(START, START))))
        .containsExactly("endsAt after-start");
    assertThat(faults(PublicEvent.draft(details(Instant.MIN, Instant.MAX))))
        .containsExactly("startsAt years", "endsAt years");
  }

  @Test
  void what_fits_just_so_is_fine() {
    TicketType exact =
        new TicketType("t1", text("x"), 100_000, NOVEMBER, END, new TeamSize(1, 100));
    TicketType least = new TicketType("t2", text("x"), 1, NOVEMBER, END, new TeamSize(1, 1));
    assertThat(faults(PublicEvent.draft(details(START, END, exact, least)))).isEmpty();
  }

  @Test
  void periods_that_only_touch_do_not_overlap() {
    Period morning = new Period(START, START.plusSeconds(60));
    Period next = new Period(START.plusSeconds(60), END);
    assertThat(morning.overlaps(next)).isFalse();
    assertThat(next.overlaps(morning)).isFalse();
    assertThat(morning.overlaps(new Period(START.plusSeconds(59), END))).isTrue();
    assertThat(new Period(START, END).contains(next)).isTrue();
    assertThat(next.contains(morning)).isFalse();
  }

  private static Decision refused(Refusal why) {
    return new Decision.Refused(why);
  }

  private static List<String> faults(Decision decision) {
    return switch (decision) {
      case Decision.Refused(Refusal.Invalid(var faults)) ->
          faults.stream().map(fault -> fault.field() + " " + fault.code()).toList();
      case Decision.Refused(var other) -> List.of(other.toString());
      case Decision.Accepted _ -> List.of();
    };
  }
}
