package org.juxian.identity.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

  /** Published codes of well-known legal persons. */
  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "914403001922038216"})
  void published_codes_are_valid(String code) {
    assertThat(CreditCode.isValid(code)).isTrue();
  }

  @Test
  void every_other_check_character_is_wrong() {
    String code = "91350100M000100Y43";
    "0123456789ABCDEFGHJKLMNPQRTUWXYIOSVZ"
        .chars()
        .filter(c -> c != '3')
        .forEach(c -> assertThat(CreditCode.isValid(code.substring(0, 17) + (char) c)).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "9", "91350100I000100Y43", "91350100m000100y43", "91350100M000100Y433"})
  void what_has_another_form_is_none(String code) {
    assertThat(CreditCode.isValid(code)).isFalse();
  }
}
