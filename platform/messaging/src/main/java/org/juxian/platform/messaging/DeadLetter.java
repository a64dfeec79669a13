package org.juxian.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that this service could not handle.
 *
 * @param id names it for {@link DeadLetters#replay}
 * @param topic where it had been published
 * @param type its {@code ce_type}, if it has one
 * @param key the aggregate that it tells of
 * @param reason why it could not be handled
 * @param at when it was set aside
 */
public record DeadLetter(
    String id,
    String topic,
    @Nullable String type,
    @Nullable String key,
    String reason,
    Instant at) {}
