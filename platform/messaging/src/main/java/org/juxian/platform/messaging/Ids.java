package org.juxian.platform.messaging;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * Makes identifiers: 32 lower-case hexadecimal characters of a version 7 UUID (RFC 9562, section
 * 5.7), so that ids made later sort later and an index on them grows at its end.
 */
public final class Ids {

  private static final HexFormat HEX = HexFormat.of();
  private static final int TIME_DIGITS = 12;
  private static final int RANDOM_BYTES = 10;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  /** A new identifier. */
  public String next() {
    byte[] noise = new byte[RANDOM_BYTES];
    random.nextBytes(noise);
    noise[0] = (byte) (0x70 | (noise[0] & 0x0f));
    noise[2] = (byte) (0x80 | (noise[2] & 0x3f));
    return HEX.toHexDigits(clock.millis(), TIME_DIGITS) + HEX.formatHex(noise);
  }
}
