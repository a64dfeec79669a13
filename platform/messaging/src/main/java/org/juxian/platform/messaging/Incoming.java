package org.juxian.platform.messaging;

import java.time.Instant;

/**
 * A message that another service published.
 *
 * @param id {@code ce_id}, the same at every redelivery
 * @param key the id of the aggregate it tells of
 * @param sequence that aggregate's version when it was written: higher is newer
 * @param time when it happened
 * @param data our own reading of the contract
 */
public record Incoming<T>(String id, String key, long sequence, Instant time, T data) {

  /** This message as the cause of a write. */
  public Cause cause() {
    return new Cause(id);
  }
}
