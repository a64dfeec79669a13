package org.juxian.event.messaging;

import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/** {@code fair.cancelled.v1} and its like: a published event will not take place. */
public record EventCancelled(
    String eventId, String organisationId, Text title, @Nullable Text reason) {}
