package org.juxian.standalone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SegmentTest {

  private static final byte PLAIN = 0;
  private static final byte WITH_HEADER = 0x40;
  private static final byte GSM_7 = 0;
  private static final byte UCS_2 = 8;

  @Test
  void gsmOctetsAreReadWithTheExtensionTable() {
    byte[] octets = {0x00, 0x1b, 0x65, 0x11, 'A', 0x1b, 0x3c, 0x7f};
    assertThat(Segment.of(PLAIN, GSM_7, octets).text()).isEqualTo("@€_A[à");
  }

  @Test
  void chineseIsReadAsUcs2() {
    byte[] octets = "验证码 482913".getBytes(StandardCharsets.UTF_16BE);
    assertThat(Segment.of(PLAIN, UCS_2, octets)).isEqualTo(new Segment(0, 1, 1, "验证码 482913"));
  }

  @Test
  void theHeaderOfAPartIsReadAndNotShown() {
    byte[] eightBit = {5, 0, 3, 0x2a, 2, 1, 'H', 'i'};
    assertThat(Segment.of(WITH_HEADER, GSM_7, eightBit)).isEqualTo(new Segment(0x2a, 2, 1, "Hi"));
    byte[] sixteenBit = {6, 8, 4, 0x12, 0x34, 3, 2, 'H', 'i'};
    assertThat(Segment.of(WITH_HEADER, GSM_7, sixteenBit))
        .isEqualTo(new Segment(0x1234, 3, 2, "Hi"));
  }

  @Test
  void aBrokenHeaderDoesNotBreakTheReader() {
    byte[] beyondTheEnd = {40, 0, 3, 1, 2};
    assertThat(Segment.of(WITH_HEADER, GSM_7, beyondTheEnd)).isEqualTo(new Segment(0, 1, 1, ""));
    byte[] lengthTooLong = {3, 0, 9, 1, 'x'};
    assertThat(Segment.of(WITH_HEADER, GSM_7, lengthTooLong)).isEqualTo(new Segment(0, 1, 1, "x"));
  }

  @Test
  void partsAreJoinedInOrderWhateverOrderTheyComeIn() {
    SegmentJoiner joiner = new SegmentJoiner();
    assertThat(joiner.add("a", "b", new Segment(7, 2, 2, "world"))).isEmpty();
    assertThat(joiner.add("a", "c", new Segment(7, 2, 1, "other "))).isEmpty();
    assertThat(joiner.add("a", "b", new Segment(7, 2, 1, "hello "))).contains("hello world");
  }
}
