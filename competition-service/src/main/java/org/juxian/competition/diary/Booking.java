package org.juxian.competition.diary;

import java.time.Instant;
import org.juxian.event.Period;

/**
 * A person is needed in a heat, or somebody is about to decide so.
 *
 * @param claim whose attempt it was
 * @param revision of the competition that the attempt decided upon: it can only succeed while the
 *     competition has this revision
 * @param at when it was made
 */
public record Booking(
    String claim, String competitionId, String heatId, Period period, long revision, Instant at) {

  boolean isOfSameHeat(Booking other) {
    return competitionId.equals(other.competitionId) && heatId.equals(other.heatId);
  }
}
