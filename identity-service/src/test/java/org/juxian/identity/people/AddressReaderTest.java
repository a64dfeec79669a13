package org.juxian.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Channel;

class AddressReaderTest {

  @ParameterizedTest
  @CsvSource({
    "13800000001, +8613800000001",
    "'138 0000 0001', +8613800000001",
    "１３８００００００01, +8613800000001",
    "86-138-0000-0001, +8613800000001",
    "+8613800000001, +8613800000001",
    "0086 13800000001, +8613800000001",
    "+852 6123 4567, +85261234567",
    "+1 650-253-0000, +16502530000",
    "Li.Xiaolan@Example.ORG, li.xiaolan@example.org",
    "' a+b@x.example ', a+b@x.example",
    "wang@南海.中国, wang@xn--6krw12d.xn--fiqs8s"
  })
  void one_spelling_for_one_address(String written, String normalised) {
    assertThat(AddressReader.read(written)).contains(new Address(normalised));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1380000000",
        "075786330000",
        "110",
        "+86138000000011",
        "13800000001 ext. 5",
        "hello",
        "a@",
        "@example.org",
        "a@b",
        "a b@example.org",
        "a@@example.org",
        "a@example..org",
        ".a@example.org",
        "a.@example.org",
        "+a@example.org",
        "a@-example.org",
        "a@example.org\nBcc: b@example.org",
        "\"a b\"@example.org",
        "a@[127.0.0.1]"
      })
  void what_no_message_can_reach_is_no_address(String written) {
    assertThat(AddressReader.read(written)).isEmpty();
  }

  @Test
  void too_long_is_no_address() {
    assertThat(AddressReader.read("a".repeat(65) + "@example.org")).isEmpty();
    assertThat(AddressReader.read("a@" + "b.".repeat(130) + "org")).isEmpty();
  }

  @Test
  void an_address_knows_how_it_is_reached_and_does_not_show_itself() {
    Address phone = new Address("+8613800000001");
    assertThat(phone.channel()).isEqualTo(Channel.SMS);
    assertThat(new Address("a@example.org").channel()).isEqualTo(Channel.MAIL);
    assertThat(phone.toString()).doesNotContain("138");
  }
}
