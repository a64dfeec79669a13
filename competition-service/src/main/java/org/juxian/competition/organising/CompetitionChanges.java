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

  CompetitionChanges(
      Competitions competitions, CompetitionMessages messages, InstantSource clock, Ids ids) {
    this.competitions = competitions;
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
          if (accepted.competition().equals(before.competition())) {
            return new Outcome.Done(before);
          }
          if (competitions.replace(before, accepted.competition(), messages.of(id, accepted))) {
            return new Outcome.Done(
                new KeptCompetition(id, before.revision() + 1, accepted.competition()));
          }
        }
      }
    }
    throw new IllegalStateException("no write came through in " + MOST_TRIES + " tries");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
