package org.juxian.registration.ticket;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Base32 of RFC 4648, section 6, without padding: its letters fit the dense alphanumeric mode of QR
 * codes.
 */
final class Base32 {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / 5);
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        text.append(LETTERS.charAt((buffer >> (bits - 5)) & 31));
        bits -= 5;
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(LETTERS.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }

  /** Empty unless the text is exactly what {@link #encode} makes of some bytes. */
  static Optional<byte[]> decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 5 / 8);
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = LETTERS.indexOf(text.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      buffer = (buffer << 5) | value;
      bits += 5;
      if (bits >= 8) {
        bytes.write((buffer >> (bits - 8)) & 0xff);
        bits -= 8;
      }
      buffer &= (1 << bits) - 1;
    }
    byte[] decoded = bytes.toByteArray();
    return encode(decoded).equals(text) ? Optional.of(decoded) : Optional.empty();
  }
}
