package org.juxian.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmsSegmentsTest {

  @Test
  void a_gsm_text_has_160_characters_in_one_segment_and_153_in_several() {
    assertThat(SmsSegments.divide("a".repeat(160)).parts()).hasSize(1);
    SmsSegments.Divided two = SmsSegments.divide("a".repeat(161));
    assertThat(two.ucs2()).isFalse();
    assertThat(two.parts()).extracting(String::length).containsExactly(153, 8);
  }

  @Test
  void a_chinese_text_has_70_and_67() {
    assertThat(SmsSegments.divide("聚".repeat(70)).parts()).hasSize(1);
    SmsSegments.Divided two = SmsSegments.divide("聚".repeat(71));
    assertThat(two.ucs2()).isTrue();
    assertThat(two.parts()).extracting(String::length).containsExactly(67, 4);
  }

  @Test
  void neither_a_surrogate_pair_nor_an_escaped_character_is_divided() {
    SmsSegments.Divided pairs = SmsSegments.divide("聚".repeat(66) + "🎫" + "聚".repeat(10));
    assertThat(pairs.parts()).extracting(String::length).containsExactly(66, 12);
    SmsSegments.Divided escaped = SmsSegments.divide("a".repeat(152) + "€" + "a".repeat(10));
    assertThat(escaped.parts()).extracting(String::length).containsExactly(152, 11);
    assertThat(SmsSegments.gsm("@€a")).containsExactly(0x00, 0x1b, 0x65, 'a');
  }
}
