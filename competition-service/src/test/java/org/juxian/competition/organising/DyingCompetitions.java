package org.juxian.competition.organising;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.juxian.competition.schedule.Competition;
import org.juxian.event.ListedEvent;
import org.juxian.platform.messaging.Outgoing;

/** Competitions of a process that dies as it writes, just before or just after. */
final class DyingCompetitions implements Competitions {

  private final Competitions real;
  private final boolean writesFirst;
  private Optional<Runnable> late = Optional.empty();
  private boolean lateCameThrough;

  DyingCompetitions(Competitions real, boolean writesFirst) {
    this.real = real;
    this.writesFirst = writesFirst;
  }

  /** The process. */
  static final class Dies extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public boolean replace(KeptCompetition before, Competition after, List<Outgoing> messages) {
    if (writesFirst) {
      real.replace(before, after, messages);
    }
    late = Optional.of(() -> lateCameThrough = real.replace(before, after, messages));
    throw new Dies();
  }

  /** It did not die after all, but was slow: whether its write is still made. */
  boolean comesThroughLate() {
    late.orElseThrow().run();
    return lateCameThrough;
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
