package org.juxian.standalone.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One short message: a whole SMS, or a part of one.
 *
 * @param reference common to the parts of one SMS
 * @param total how many parts there are; 1 for a whole SMS
 * @param number of this part, from 1
 * @param text decoded
 */
record Segment(int reference, int total, int number, String text) {

  private static final int HAS_HEADER = 0x40;
  private static final int CONCATENATED_8_BIT = 0x00;
  private static final int CONCATENATED_16_BIT = 0x08;

  /**
   * Reads a short message with its user data header, if it has one.
   *
   * <p>Sources: SMPP 3.4 section 5.2.19 (data_coding) and 5.2.12 (esm_class); 3GPP TS 23.040
   * section 9.2.3.24 (concatenation).
   */
  static Segment of(byte esmClass, byte dataCoding, byte[] message) {
    if ((esmClass & HAS_HEADER) == 0 || message.length == 0) {
      return new Segment(0, 1, 1, decode(dataCoding, message));
    }
    int headerEnd = Math.min(1 + (message[0] & 0xff), message.length);
    String text = decode(dataCoding, Arrays.copyOfRange(message, headerEnd, message.length));
    int at = 1;
    while (at + 2 <= headerEnd) {
      int element = message[at] & 0xff;
      int length = message[at + 1] & 0xff;
      int data = at + 2;
      if (data + length > headerEnd) {
        break;
      }
      if (element == CONCATENATED_8_BIT && length == 3) {
        return part(message[data] & 0xff, message[data + 1], message[data + 2], text);
      }
      if (element == CONCATENATED_16_BIT && length == 4) {
        int reference = (message[data] & 0xff) << 8 | (message[data + 1] & 0xff);
        return part(reference, message[data + 2], message[data + 3], text);
      }
      at = data + length;
    }
    return new Segment(0, 1, 1, text);
  }

  private static Segment part(int reference, byte total, byte number, String text) {
    return new Segment(reference, total & 0xff, number & 0xff, text);
  }

  static String decode(byte dataCoding, byte[] octets) {
    return switch (dataCoding & 0xff) {
      case 1 -> new String(octets, StandardCharsets.US_ASCII);
      case 3 -> new String(octets, StandardCharsets.ISO_8859_1);
      case 8 -> new String(octets, StandardCharsets.UTF_16BE);
      default -> GsmAlphabet.decode(octets);
    };
  }
}
