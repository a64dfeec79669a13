package org.juxian.identity.messaging;

import java.time.Instant;

/**
 * {@code identity.code-issued.v1}: a code has to reach this address. The only place where the code
 * itself is written down.
 */
record CodeIssued(String address, String channel, String code, String language, Instant expiresAt) {

  /** Nothing of it: it may end in a log. */
  @Override
  public String toString() {
    return "CodeIssued[" + channel + "]";
  }
}
