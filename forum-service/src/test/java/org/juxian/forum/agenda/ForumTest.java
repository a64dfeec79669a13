package org.juxian.forum.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.forum.agenda.ForumFixture.START;
import static org.juxian.forum.agenda.ForumFixture.accepted;
import static org.juxian.forum.agenda.ForumFixture.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.juxian.event.Announcement;
import org.juxian.event.Aspect;
import org.juxian.event.EventDetails;

/** The rules of rooms, speakers and releases. */
class ForumTest {

  private static final Instant NOW = START.minus(Duration.ofDays(20));

  private static Forum with(Session... sessions) {
    return accepted(ForumFixture.withAll(ForumFixture.withRooms(3, START), List.of(sessions), NOW));
  }

  private static Clash clash(ForumDecision decision) {
    assertThat(decision).isInstanceOf(ForumDecision.Refused.class);
    ForumRefusal why = ((ForumDecision.Refused) decision).why();
    assertThat(why).isInstanceOf(ForumRefusal.Clashing.class);
    return ((ForumRefusal.Clashing) why).clash();
  }

  @Test
  void a_room_and_a_speaker_are_in_one_session_at_a_time() {
    Forum forum = with(session("a", "room0", 0, "Chen"));
    Session there = forum.draft().session("a").orElseThrow();
    assertThat(clash(forum.add(session("b", "room0", 0, "Li"), NOW)))
        .isEqualTo(new Clash.OfRoom(forum.draft().room("room0").orElseThrow(), there));
    assertThat(clash(forum.add(session("b", "room1", 0, "Chen"), NOW)))
        .isInstanceOf(Clash.OfSpeaker.class);
    assertThat(forum.add(session("b", "room0", 1, "Chen"), NOW))
        .as("what ends as the other starts does not overlap")
        .isInstanceOf(ForumDecision.Accepted.class);
  }

  @Test
  void a_session_may_move_within_its_own_time_and_not_into_anothers() {
    Forum forum = with(session("a", "room0", 0, "Chen"), session("b", "room1", 0, "Li"));
    assertThat(forum.change(session("a", "room2", 0, "Chen"), NOW))
        .isInstanceOf(ForumDecision.Accepted.class);
    assertThat(clash(forum.change(session("a", "room1", 0, "Chen"), NOW)).other().id())
        .isEqualTo("b");
  }

  @Test
  void what_is_removed_makes_room() {
    Forum forum = with(session("a", "room0", 0, "Chen"));
    Forum without = accepted(forum.remove("a", NOW));
    assertThat(without.add(session("b", "room0", 0, "Chen"), NOW))
        .isInstanceOf(ForumDecision.Accepted.class);
  }

  @Test
  void ten_changes_are_told_of_once_when_they_are_released() {
    Forum published = accepted(with(session("a", "room0", 0, "Chen")).publish(NOW));
    Forum changed = published;
    for (int hour = 1; hour <= 5; hour++) {
      ForumDecision decision = changed.add(session("more" + hour, "room0", hour, "Li"), NOW);
      assertThat(((ForumDecision.Accepted) decision).announcement())
          .isEqualTo(new Announcement.Nothing());
      changed = accepted(decision);
    }
    assertThat(changed.publicAgenda().sessions()).hasSize(1);
    ForumDecision.Accepted released = (ForumDecision.Accepted) changed.publish(NOW);
    assertThat(released.announcement()).isEqualTo(new Announcement.Changed(Set.of(Aspect.AGENDA)));
    assertThat(released.forum().publicAgenda().sessions()).hasSize(6);
    assertThat(released.forum().publish(NOW))
        .as("nothing waits to be told")
        .isInstanceOf(ForumDecision.Refused.class);
  }

  @Test
  void a_forum_that_moves_takes_its_sessions_along() {
    Forum published = accepted(with(session("a", "room0", 0, "Chen")).publish(NOW));
    EventDetails later = ForumFixture.details(START.plus(Duration.ofHours(24)));
    ForumDecision.Accepted moved =
        (ForumDecision.Accepted) published.edit(later, ForumFixture.rooms(3), NOW);
    assertThat(moved.announcement())
        .isEqualTo(new Announcement.Changed(Set.of(Aspect.TIME, Aspect.TICKETS, Aspect.AGENDA)));
    assertThat(moved.forum().publicAgenda().sessions().getFirst().period().startsAt())
        .isEqualTo(START.plus(Duration.ofHours(24)));
  }

  @Test
  void a_room_in_use_stays() {
    Forum forum = with(session("a", "room2", 0, "Chen"));
    ForumDecision decision = forum.edit(forum.event().details(), ForumFixture.rooms(2), NOW);
    assertThat(((ForumDecision.Refused) decision).why()).isInstanceOf(ForumRefusal.RoomInUse.class);
  }

  @Test
  void a_speaker_is_known_by_account_else_by_name_and_affiliation() {
    Speaker chen = new Speaker(ForumFixture.text("Chen"), null, null);
    Speaker ofCollege = new Speaker(ForumFixture.text("chen "), ForumFixture.text("College"), null);
    Speaker ofCompany = new Speaker(ForumFixture.text("Chen"), ForumFixture.text("Company"), null);
    assertThat(chen.isSameAs(ofCollege)).isTrue();
    assertThat(ofCollege.isSameAs(ofCompany)).isFalse();
    assertThat(
            new Speaker(ForumFixture.text("A"), null, "p1")
                .isSameAs(new Speaker(ForumFixture.text("B"), null, "p1")))
        .isTrue();
  }
}
