package org.juxian.competition.organising;

import org.juxian.competition.schedule.Competition;

/**
 * A competition as it is kept.
 *
 * @param revision one more with each write of any kind: what guards the next write
 */
public record KeptCompetition(String id, long revision, Competition competition) {}
