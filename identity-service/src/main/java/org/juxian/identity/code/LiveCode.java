package org.juxian.identity.code;

import java.time.Instant;

/**
 * A code that is on its way or waits to be entered. Of the code itself only a keyed hash is known.
 *
 * @param hash what an entered code is compared with
 * @param expiresAt from then on it is too late
 * @param triesLeft how many more codes may be entered, right or wrong; at least 1
 */
public record LiveCode(String hash, Instant expiresAt, int triesLeft) {

  LiveCode oneTryLess() {
    return new LiveCode(hash, expiresAt, triesLeft - 1);
  }
}
