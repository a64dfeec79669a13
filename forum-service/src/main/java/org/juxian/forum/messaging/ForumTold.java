package org.juxian.forum.messaging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * {@code forum.published.v1} and {@code forum.changed.v1}: what every event has, and the agenda.
 *
 * @param event as the kernel words it
 */
record ForumTold(@JsonUnwrapped Object event, List<SessionTold> sessions) {}
