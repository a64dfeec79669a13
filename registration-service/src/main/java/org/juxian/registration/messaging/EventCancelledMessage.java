package org.juxian.registration.messaging;

import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/** Our reading of {@code fair|competition|forum.cancelled.v1}. */
record EventCancelledMessage(
    String eventId, String organisationId, Text title, @Nullable Text reason) {}
