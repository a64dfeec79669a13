package org.juxian.competition.organising;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.juxian.competition.diary.Diaries;
import org.juxian.competition.diary.Diary;
import org.juxian.competition.diary.KeptDiary;
import org.juxian.competition.schedule.Competition;
import org.juxian.event.ListedEvent;
import org.juxian.platform.messaging.Outgoing;

/** The stores without their guards: they write over whatever is there. */
final class Unguarded {

  private Unguarded() {}

  /** Diaries that nobody writes before so many have read. */
  record OfPeople(Diaries real, CountDownLatch allHaveRead) implements Diaries {

    @Override
    public KeptDiary of(String person) {
      KeptDiary read = real.of(person);
      allHaveRead.countDown();
      Waiting.until(allHaveRead);
      return read;
    }

    @Override
    public void forget(String person) {
      real.forget(person);
    }

    @Override
    public void forgetOver(Instant now) {
      real.forgetOver(now);
    }

    @Override
    public synchronized boolean replace(KeptDiary before, Diary after) {
      return real.replace(real.of(before.person()), after);
    }
  }

  /** Competitions. */
  record OfCompetitions(Competitions real) implements Competitions {

    @Override
    public synchronized boolean replace(
        KeptCompetition before, Competition after, List<Outgoing> messages) {
      return real.replace(real.find(before.id()).orElseThrow(), after, messages);
    }

    @Override
    public Optional<KeptCompetition> find(String id) {
      return real.find(id);
    }

    @Override
    public KeptCompetition add(String id, Competition competition, List<Outgoing> messages) {
      return real.add(id, competition, messages);
    }

    @Override
    public List<ListedEvent> list(
        Optional<Set<String>> organisations, Optional<String> after, int limit) {
      return real.list(organisations, after, limit);
    }

    @Override
    public List<KeptCompetition> naming(Collection<String> phones, int limit) {
      return real.naming(phones, limit);
    }

    @Override
    public List<KeptCompetition> enteredBy(String personId, int limit) {
      return real.enteredBy(personId, limit);
    }
  }
}
