package org.juxian.forum.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.juxian.forum.ForumServiceApplication;
import org.juxian.forum.ForumServiceTest;
import org.juxian.forum.agenda.Agenda;
import org.juxian.forum.agenda.Forum;
import org.juxian.forum.agenda.ForumDecision;
import org.juxian.forum.agenda.ForumFixture;
import org.juxian.forum.agenda.ForumRefusal;
import org.juxian.forum.agenda.Session;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.testkit.Race;
import org.juxian.platform.testkit.Replica;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 64 organisers who decide on the same agenda at the same moment, at two replicas; and the same
 * without the guard of the version, where the checker has to find the breach.
 */
@ForumServiceTest
class AgendaRaceTest {

  private static final int MANY = 64;
  private static Replica other;

  @Autowired private ForumChanges here;
  @Autowired private Forums forums;
  @Autowired private InstantSource clock;
  @Autowired private Ids ids;

  @BeforeAll
  static void startAnother() {
    other = Replica.of(ForumServiceApplication.class);
  }

  @AfterAll
  static void stopIt() {
    other.close();
  }

  /** What one of the racers wants to have in the agenda. */
  private record Wish(Session session, boolean isNew) {

    ForumDecision of(Forum forum, Instant now) {
      return isNew ? forum.add(session, now) : forum.change(session, now);
    }
  }

  /** What came of a race. */
  private record Result(List<Session> acknowledged, List<ForumRefusal> refusals, Agenda end) {

    /** What must never be, among what was acknowledged and what stands. */
    List<String> breaches() {
      List<String> breaches = new ArrayList<>();
      for (Session one : acknowledged) {
        if (!end.sessions().contains(one)) {
          breaches.add("lost");
        }
        for (Session two : acknowledged) {
          if (!one.equals(two) && one.period().overlaps(two.period())) {
            if (one.roomId().equals(two.roomId())) {
              breaches.add("a room twice at a time");
            }
            if (one.speakers().stream().anyMatch(two.speakers()::contains)) {
              breaches.add("a speaker twice at a time");
            }
          }
        }
      }
      return breaches;
    }
  }

  @Test
  void of_64_sessions_in_one_room_at_one_time_one_stands() {
    IntFunction<Wish> plan =
        n -> new Wish(ForumFixture.session(ids.next(), "room0", 0, "s" + n), true);
    Result result = guarded(forum -> plan);
    assertThat(result.breaches()).isEmpty();
    assertThat(result.acknowledged()).hasSize(1);
    assertThat(result.refusals()).hasOnlyElementsOfType(ForumRefusal.Clashing.class);
    assertThat(unguarded(forum -> plan).breaches()).contains("lost", "a room twice at a time");
  }

  @Test
  void of_64_sessions_with_one_speaker_at_one_time_one_stands() {
    IntFunction<Wish> plan =
        n -> new Wish(ForumFixture.session(ids.next(), "room" + n, 0, "s"), true);
    Result result = guarded(forum -> plan);
    assertThat(result.breaches()).isEmpty();
    assertThat(result.acknowledged()).hasSize(1);
    assertThat(unguarded(forum -> plan).breaches()).contains("a speaker twice at a time");
  }

  @Test
  void of_64_sessions_that_move_to_one_room_at_one_time_one_does() {
    Function<Forum, IntFunction<Wish>> plan =
        forum ->
            n -> {
              Session session = forum.draft().sessions().get(n);
              return new Wish(
                  ForumFixture.session(
                      session.id(), "room0", 1, session.speakers().getFirst().name().zh()),
                  false);
            };
    Result result = guarded(withSessions(plan));
    assertThat(result.breaches()).isEmpty();
    assertThat(result.acknowledged()).hasSize(1);
    assertThat(result.end().sessions()).hasSize(MANY);
    assertThat(unguarded(withSessions(plan)).breaches()).contains("a room twice at a time");
  }

  /** Starts with 64 sessions at one time in 64 rooms. */
  private Function<KeptForum, IntFunction<Wish>> withSessions(
      Function<Forum, IntFunction<Wish>> plan) {
    return kept -> {
      List<Session> sessions =
          IntStream.range(0, MANY)
              .mapToObj(n -> ForumFixture.session(ids.next(), "room" + n, 0, "s" + n))
              .toList();
      Outcome filled =
          here.change(
              kept.id(),
              OptionalLong.empty(),
              (forum, now) -> ForumFixture.withAll(forum, sessions, now));
      return plan.apply(((Outcome.Done) filled).kept().forum());
    };
  }

  private Result guarded(Function<KeptForum, IntFunction<Wish>> plan) {
    return race(plan, List.of(here, other.bean(ForumChanges.class)));
  }

  private Result unguarded(Function<KeptForum, IntFunction<Wish>> plan) {
    return race(plan, List.of(new ForumChanges(new UnguardedForums(forums), clock)));
  }

  private Result race(Function<KeptForum, IntFunction<Wish>> plan, List<ForumChanges> replicas) {
    KeptForum forum =
        forums.add(ids.next(), ForumFixture.withRooms(MANY, ForumFixture.START), List.of());
    IntFunction<Wish> wishOf = plan.apply(forum);
    List<Wish> wishes = IntStream.range(0, MANY).mapToObj(wishOf).toList();
    CountDownLatch allHaveRead = new CountDownLatch(MANY);
    List<Outcome> outcomes =
        Race.of(
            MANY,
            n ->
                replicas
                    .get(n % replicas.size())
                    .change(
                        forum.id(),
                        OptionalLong.empty(),
                        (now, at) -> {
                          allHaveRead.countDown();
                          await(allHaveRead);
                          return wishes.get(n).of(now, at);
                        }));
    List<Session> acknowledged = new ArrayList<>();
    List<ForumRefusal> refusals = new ArrayList<>();
    for (int n = 0; n < MANY; n++) {
      switch (outcomes.get(n)) {
        case Outcome.Done _ -> acknowledged.add(wishes.get(n).session());
        case Outcome.Refused(var why) -> refusals.add(why);
      }
    }
    return new Result(
        acknowledged, refusals, forums.find(forum.id()).orElseThrow().forum().draft());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
