package org.juxian.standalone.sandbox;

/**
 * The GSM 7 bit default alphabet with its extension table, one septet per octet as SMPP carries it.
 *
 * <p>Source: 3GPP TS 23.038, sections 6.2.1 and 6.2.1.1.
 */
final class GsmAlphabet {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final int ESCAPE = 0x1b;

  private GsmAlphabet() {}

  static String decode(byte[] septets) {
    StringBuilder text = new StringBuilder();
    boolean escaped = false;
    for (byte septet : septets) {
      int code = septet & 0x7f;
      if (escaped) {
        text.append(extension(code));
        escaped = false;
      } else if (code == ESCAPE) {
        escaped = true;
      } else {
        text.append(BASIC.charAt(code));
      }
    }
    return text.toString();
  }

  private static char extension(int code) {
    return switch (code) {
      case 0x0a -> '\f';
      case 0x14 -> '^';
      case 0x28 -> '{';
      case 0x29 -> '}';
      case 0x2f -> '\\';
      case 0x3c -> '[';
      case 0x3d -> '~';
      case 0x3e -> ']';
      case 0x40 -> '|';
      case 0x65 -> '€';
      // A phone without the extension shows the basic character.
      default -> BASIC.charAt(code);
    };
  }
}
