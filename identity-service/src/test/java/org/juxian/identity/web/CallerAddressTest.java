package org.juxian.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {

  private final CallerAddress gatewayOnly =
      new CallerAddress(List.of("127.0.0.0/8", "10.0.0.0/8", "::1/128"), 1);

  @Test
  void the_gateway_says_for_whom_it_asks() {
    assertThat(gatewayOnly.of("10.1.2.3", List.of("203.0.113.7"))).isEqualTo("203.0.113.7");
    assertThat(gatewayOnly.of("::1", List.of("203.0.113.7"))).isEqualTo("203.0.113.7");
  }

  @Test
  void what_a_caller_made_up_before_it_does_not_count() {
    assertThat(gatewayOnly.of("10.1.2.3", List.of("1.1.1.1, 2.2.2.2, 203.0.113.7")))
        .isEqualTo("203.0.113.7");
    assertThat(gatewayOnly.of("10.1.2.3", List.of("1.1.1.1", "203.0.113.7")))
        .isEqualTo("203.0.113.7");
  }

  @Test
  void nobody_else_is_believed() {
    assertThat(gatewayOnly.of("203.0.113.9", List.of("1.1.1.1"))).isEqualTo("203.0.113.9");
  }

  @Test
  void without_the_header_it_is_the_peer() {
    assertThat(gatewayOnly.of("10.1.2.3", List.of())).isEqualTo("10.1.2.3");
    assertThat(gatewayOnly.of("10.1.2.3", List.of(" , "))).isEqualTo("10.1.2.3");
  }

  @Test
  void of_two_proxies_in_a_row_the_first_saw_the_caller() {
    CallerAddress two = new CallerAddress(List.of("10.0.0.0/8"), 2);
    assertThat(two.of("10.1.2.3", List.of("6.6.6.6, 203.0.113.7, 10.9.9.9")))
        .isEqualTo("203.0.113.7");
    assertThat(two.of("10.1.2.3", List.of("203.0.113.7"))).isEqualTo("203.0.113.7");
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "2001:0DB8:1:2:ffff::9, 2001:db8:1:2::/64",
    "[2001:db8:1:2::1], 2001:db8:1:2::/64",
    "2001:db8::1, 2001:db8::/64",
    "::ffff:203.0.113.7, ::ffff:203.0.113.7",
    "fe80::1%eth0, fe80::/64",
    "unknown, unknown"
  })
  void one_network_is_one_caller(String address, String network) {
    assertThat(CallerAddress.network(address)).isEqualTo(network);
  }
}
