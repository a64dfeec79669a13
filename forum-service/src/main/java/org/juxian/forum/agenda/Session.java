package org.juxian.forum.agenda;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Period;
import org.juxian.platform.values.Text;

/**
 * Something that takes place in one room of a forum.
 *
 * @param id the same for ever
 * @param synopsis what it is about
 * @param speakers in the order in which they are named
 */
public record Session(
    String id,
    Text title,
    @Nullable Text synopsis,
    String roomId,
    Period period,
    List<Speaker> speakers) {

  public Session {
    speakers = List.copyOf(speakers);
  }

  Session forgetting(Predicate<Speaker> who) {
    return new Session(
        id,
        title,
        synopsis,
        roomId,
        period,
        speakers.stream().map(speaker -> who.test(speaker) ? Speaker.FORGOTTEN : speaker).toList());
  }

  Session movedBy(Duration by) {
    return new Session(
        id,
        title,
        synopsis,
        roomId,
        new Period(period.startsAt().plus(by), period.endsAt().plus(by)),
        speakers);
  }
}
