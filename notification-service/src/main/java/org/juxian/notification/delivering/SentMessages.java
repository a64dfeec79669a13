package org.juxian.notification.delivering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was sent, newest first. */
public interface SentMessages {

  /**
   * What a person was sent or is about to be sent.
   *
   * @param before only those that came before this moment
   */
  List<SentMessage> to(String personId, Optional<Instant> before, int limit);

  /** Deliveries of all people, for an operator: never with their texts. */
  List<SentMessage> all(
      @Nullable Status status, @Nullable Channel channel, Optional<Instant> before, int limit);
}
