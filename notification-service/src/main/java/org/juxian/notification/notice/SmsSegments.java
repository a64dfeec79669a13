package org.juxian.notification.notice;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a text into the segments of a concatenated short message (3GPP TS 23.038 for the
 * alphabets, TS 23.040 section 9.2.3.24.1 for the 8-bit reference). A text that is all GSM 7-bit
 * has 160 characters in one segment or 153 in each of several; any other is UCS-2 with 70 or 67.
 * Neither an escaped character nor a surrogate pair is ever divided.
 */
public final class SmsSegments {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String ESCAPED = "\f^{}\\[~]|€";

  /**
   * A text, divided.
   *
   * @param ucs2 whether the alphabet is UCS-2 (data coding 8) rather than GSM 7-bit (0)
   * @param parts the text of each segment
   */
  public record Divided(boolean ucs2, List<String> parts) {}

  private SmsSegments() {}

  public static Divided divide(String text) {
    boolean ucs2 = !text.codePoints().allMatch(SmsSegments::isGsm);
    int single = ucs2 ? 70 : 160;
    int several = ucs2 ? 67 : 153;
    if (length(text, ucs2) <= single) {
      return new Divided(ucs2, List.of(text));
    }
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int used = 0;
    for (int codePoint : text.codePoints().toArray()) {
      int cost = cost(codePoint, ucs2);
      if (used + cost > several) {
        parts.add(part.toString());
        part.setLength(0);
        used = 0;
      }
      part.appendCodePoint(codePoint);
      used += cost;
    }
    parts.add(part.toString());
    return new Divided(ucs2, List.copyOf(parts));
  }

  /** The septets of a GSM text, each in a byte: as SMPP carries the default alphabet. */
  public static byte[] gsm(String text) {
    java.io.ByteArrayOutputStream septets = new java.io.ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            codePoint -> {
              int basic = basic(codePoint);
              if (basic >= 0) {
                septets.write(basic);
              } else {
                septets.write(0x1b);
                septets.write(escapeCode(codePoint));
              }
            });
    return septets.toByteArray();
  }

  private static int length(String text, boolean ucs2) {
    return text.codePoints().map(codePoint -> cost(codePoint, ucs2)).sum();
  }

  private static int cost(int codePoint, boolean ucs2) {
    return ucs2 ? Character.charCount(codePoint) : basic(codePoint) >= 0 ? 1 : 2;
  }

  private static boolean isGsm(int codePoint) {
    return basic(codePoint) >= 0 || ESCAPED.indexOf(codePoint) >= 0;
  }

  /**
   * The position in the basic table; the escape itself stands at 27, so what follows it is one
   * further.
   */
  private static int basic(int codePoint) {
    int at = BASIC.indexOf(codePoint);
    return at < 27 ? at : at + 1;
  }

  private static int escapeCode(int codePoint) {
    return switch (codePoint) {
      case '\f' -> 0x0a;
      case '^' -> 0x14;
      case '{' -> 0x28;
      case '}' -> 0x29;
      case '\\' -> 0x2f;
      case '[' -> 0x3c;
      case '~' -> 0x3d;
      case ']' -> 0x3e;
      case '|' -> 0x40;
      case '€' -> 0x65;
      default -> throw new IllegalArgumentException("not in the GSM alphabet");
    };
  }
}
