package org.juxian.forum.persistence;

import org.juxian.event.PublicEvent;

/** The part of a {@link ForumDocument} that lists show. Public for the driver's record codec. */
public record ForumHead(PublicEvent event) {}
