package org.juxian.platform.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A message that this service can never use as it is; it goes to the dead letters without a further
 * try.
 */
public final class UnusableMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnusableMessageException(String reason) {
    this(reason, null);
  }

  public UnusableMessageException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
