package org.juxian.competition.organising;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import org.juxian.competition.messaging.CompetitionMessages;
import org.juxian.competition.schedule.Competition;
import org.juxian.competition.schedule.CompetitionDecision;
import org.juxian.competition.schedule.CompetitionRefusal;
import org.juxian.competition.schedule.Programme;
import org.juxian.event.EventDetails;
import org.juxian.platform.messaging.Ids;
import org.springframework.stereotype.Component;

/**
 * Changes a competition: reads, decides, writes under the guard of the revision that was read, and
 * decides anew where somebody else wrote in between. What was decided upon is what is written, or
 * nothing.
 */
@Component
public class CompetitionChanges {

  private static final int MOST_TRIES = 1000;

  private final Competitions competitions;
  private final CompetitionMessages messages;
  private final InstantSource clock;
  private final Ids ids;
  private final PersonGuard people;

  CompetitionChanges(
      Competitions competitions,
      CompetitionMessages messages,
      InstantSource clock,
      Ids ids,
      PersonGuard people) {
    this.competitions = competitions;
    this.people = people;
    this.messages = messages;
    this.clock = clock;
    this.ids = ids;
  }

  /** Keeps a new draft. */
  public Outcome create(EventDetails details, Programme programme) {
    String id = ids.next();
    return switch (Competition.draft(details, programme)) {
      case CompetitionDecision.Refused(var why) -> new Outcome.Refused(why);
      case CompetitionDecision.Accepted accepted ->
          new Outcome.Done(competitions.add(id, accepted.competition(), messages.of(id, accepted)));
    };
  }

  /**
   * Changes the competition of this id.
   *
   * @param decide from the competition and the time to the decision; may be called several times
   */
  public Outcome change(String id, BiFunction<Competition, Instant, CompetitionDecision> decide) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<KeptCompetition> found = competitions.find(id);
      if (found.isEmpty()) {
        return new Outcome.Refused(new CompetitionRefusal.Unknown());
      }
      KeptCompetition before = found.get();
      switch (decide.apply(before.competition(), now())) {
        case CompetitionDecision.Refused(var why) -> {
          return new Outcome.Refused(why);
        }
        case CompetitionDecision.Accepted accepted -> {
          Optional<Outcome> outcome = write(before, accepted);
          if (outcome.isPresent()) {
            return outcome.get();
          }
        }
      }
    }
    throw new IllegalStateException("no write came through in " + MOST_TRIES + " tries");
  }

  /** Empty where somebody else wrote in between. */
  private Optional<Outcome> write(KeptCompetition before, CompetitionDecision.Accepted accepted) {
    Competition after = accepted.competition();
    if (after.equals(before.competition())) {
      return Optional.of(new Outcome.Done(before));
    }
    PersonGuard.Attempt attempt = people.book(before, after);
    if (attempt.refusal().isPresent()) {
      return Optional.of(new Outcome.Refused(attempt.refusal().get()));
    }
    if (competitions.replace(before, after, messages.of(before.id(), accepted))) {
      people.letGo(attempt);
      return Optional.of(
          new Outcome.Done(new KeptCompetition(before.id(), before.revision() + 1, after)));
    }
    people.giveUp(attempt);
    return Optional.empty();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
