package org.juxian.notification.delivering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.notification.notice.Kind;

/**
 * A delivery as it is shown afterwards.
 *
 * @param at when it ended, or was heard of
 * @param attempts how often it was handed over
 * @param detail why it failed or waits
 */
public record SentMessage(
    String id,
    Kind kind,
    Channel channel,
    Status status,
    Instant at,
    int attempts,
    @Nullable String subject,
    @Nullable String text,
    @Nullable String detail) {}
