package org.juxian.notification.delivering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.notification.notice.Language;
import org.juxian.notification.notice.Notice;

/**
 * One notice on its way to one person by one channel.
 *
 * @param id made of the cause, the person and the channel: there can be only one
 * @param personId who is told; absent for a sign-in code, which goes to an address that may be
 *     nobody's yet
 * @param direct the address and language of such a code
 * @param notice what is told
 * @param due when it is next looked at
 * @param attempts how often it was claimed
 * @param doubtful whether an earlier attempt began to hand it over and nobody wrote down how that
 *     ended: the replica died in between
 * @param createdAt when we heard of it
 * @param expiresAt when it is no longer worth sending, if ever
 * @param traceparent the trace that it belongs to
 */
public record Delivery(
    String id,
    Channel channel,
    @Nullable String personId,
    @Nullable Direct direct,
    Notice notice,
    Status status,
    Instant due,
    int attempts,
    boolean doubtful,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable String traceparent) {

  /** An address that came with the request itself. */
  public record Direct(String address, Language language) {}
}
