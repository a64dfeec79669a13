package org.juxian.platform.messaging;

/** What became of a guarded write. */
public enum Written {
  /** The write was made, and is durable. */
  DONE,
  /** Somebody else wrote in between, or the aggregate is not there: read again and decide again. */
  STALE,
  /** The cause had been handled before: nothing to do. */
  ALREADY_HANDLED
}
