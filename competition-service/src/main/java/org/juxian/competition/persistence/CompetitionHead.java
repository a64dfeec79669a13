package org.juxian.competition.persistence;

import org.juxian.event.PublicEvent;

/**
 * The part of a {@link CompetitionDocument} that lists show. Public for the driver's record codec.
 */
public record CompetitionHead(PublicEvent event, long edition) {}
