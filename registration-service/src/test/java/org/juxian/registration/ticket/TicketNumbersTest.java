package org.juxian.registration.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TicketNumbersTest {

  @Test
  void letters_are_readable_and_never_the_same() {
    assertThat(TicketNumbers.letter(0)).isEqualTo("A");
    assertThat(TicketNumbers.letter(23)).isEqualTo("Z");
    assertThat(TicketNumbers.letter(24)).isEqualTo("AA");
    assertThat(IntStream.range(0, 1000).mapToObj(TicketNumbers::letter))
        .doesNotHaveDuplicates()
        .allMatch(letter -> letter.matches("[A-HJ-NP-Z]+"));
  }
}
