package org.juxian.forum.planning;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.juxian.forum.agenda.Forum;
import org.juxian.forum.agenda.ForumDecision;
import org.juxian.forum.agenda.ForumRefusal;
import org.juxian.forum.messaging.ForumMessages;
import org.springframework.stereotype.Component;

/**
 * Changes a forum: reads, decides, writes under the guard of the version that was read, and decides
 * anew where somebody else wrote in between. What was decided upon is what is written, or nothing.
 */
@Component
public class ForumChanges {

  private static final int MOST_TRIES = 1000;

  private final ForumMessages messages = new ForumMessages();
  private final Forums forums;
  private final InstantSource clock;

  ForumChanges(Forums forums, InstantSource clock) {
    this.forums = forums;
    this.clock = clock;
  }

  /**
   * Changes the forum of this id.
   *
   * @param seen the version that the caller decided upon, if they say
   * @param decide from the forum and the time to the decision; may be called several times
   */
  public Outcome change(
      String forumId, OptionalLong seen, BiFunction<Forum, Instant, ForumDecision> decide) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<KeptForum> found = forums.find(forumId);
      if (found.isEmpty()) {
        return new Outcome.Refused(new ForumRefusal.Unknown());
      }
      KeptForum before = found.get();
      if (seen.isPresent() && seen.getAsLong() != before.version()) {
        return new Outcome.Refused(new ForumRefusal.Stale());
      }
      switch (decide.apply(before.forum(), now())) {
        case ForumDecision.Refused(var why) -> {
          return new Outcome.Refused(why);
        }
        case ForumDecision.Accepted(var after, var announcement) -> {
          if (forums.replace(before, after, messages.of(forumId, after, announcement))) {
            return new Outcome.Done(new KeptForum(forumId, before.version() + 1, after));
          }
        }
      }
    }
    throw new IllegalStateException("no write came through in " + MOST_TRIES + " tries");
  }

  /** The time as it is kept: to the millisecond. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
