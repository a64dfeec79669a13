package org.juxian.fair.persistence;

import org.juxian.event.PublicEvent;

/** The part of a {@link FairDocument} that lists show. Public for the driver's record codec. */
public record FairHead(PublicEvent event, long edition) {}
