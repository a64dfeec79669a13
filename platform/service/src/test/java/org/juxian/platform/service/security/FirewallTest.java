package org.juxian.platform.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** The short cut lets nothing pass that the rules would not. */
class FirewallTest {

  @Test
  void what_passes_without_the_rules_would_pass_them() {
    int plain = 0;
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String text = "a" + c;
      if (FirewallAutoConfiguration.isPlain(text)) {
        plain++;
        assertThat(StrictHttpFirewall.ALLOWED_HEADER_NAMES).accepts(text);
        assertThat(StrictHttpFirewall.ALLOWED_HEADER_VALUES).accepts(text);
      }
    }
    assertThat(plain).isEqualTo(95);
  }

  @Test
  void control_characters_are_left_to_the_rules() {
    assertThat(FirewallAutoConfiguration.isPlain("a\r\nb")).isFalse();
    assertThat(FirewallAutoConfiguration.isPlain("a\u0000")).isFalse();
    assertThat(FirewallAutoConfiguration.isPlain("a\u007f")).isFalse();
    assertThat(FirewallAutoConfiguration.isPlain("张")).isFalse();
  }
}
