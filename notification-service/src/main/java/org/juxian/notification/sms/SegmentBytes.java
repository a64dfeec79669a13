package org.juxian.notification.sms;

import java.nio.charset.StandardCharsets;
import org.juxian.notification.notice.SmsSegments;

/**
 * A segment as it goes into {@code short_message}: user data header where there are several, then
 * the text.
 */
final class SegmentBytes {

  private SegmentBytes() {}

  /**
   * The bytes of one segment.
   *
   * @param part from 0
   * @param reference the same for all segments of a text, 0 to 255
   */
  static byte[] of(SmsSegments.Divided divided, int part, int reference) {
    String text = divided.parts().get(part);
    byte[] content =
        divided.ucs2() ? text.getBytes(StandardCharsets.UTF_16BE) : SmsSegments.gsm(text);
    if (divided.parts().size() == 1) {
      return content;
    }
    byte[] header = {5, 0, 3, (byte) reference, (byte) divided.parts().size(), (byte) (part + 1)};
    byte[] all = java.util.Arrays.copyOf(header, header.length + content.length);
    System.arraycopy(content, 0, all, header.length, content.length);
    return all;
  }
}
