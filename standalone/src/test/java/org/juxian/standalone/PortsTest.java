package org.juxian.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void everyPortHasItsUsualNumber() {
    Ports ports = Ports.from(Map.of());
    assertThat(ports.of(Port.GATEWAY)).isEqualTo(8080);
    assertThat(ports.of(Port.KAFKA_CONTROLLER)).isEqualTo(9193);
  }

  @Test
  void anOffsetMovesAllButThoseNamedByThemselves() {
    Ports ports = Ports.from(Map.of("JUXIAN_PORT_OFFSET", "1000", "JUXIAN_PORT_MONGO", "27017"));
    assertThat(ports.of(Port.GATEWAY)).isEqualTo(9080);
    assertThat(ports.of(Port.MONGO)).isEqualTo(27017);
  }

  @Test
  void aBadNumberIsRefusedByTheNameOfItsVariable() {
    assertThatThrownBy(() -> Ports.from(Map.of("JUXIAN_PORT_SMPP", "2775x")))
        .isInstanceOf(BadSettingException.class)
        .hasMessageContaining("JUXIAN_PORT_SMPP")
        .hasMessageContaining("2775x");
    assertThatThrownBy(() -> Ports.withOffset(60_000)).isInstanceOf(BadSettingException.class);
  }

  @Test
  void aPortInUseIsFoundTogetherWithTheProcessThatWantsIt() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<Port, Integer> numbers = new HashMap<>(Ports.free().numbers());
      numbers.put(Port.FORUM, other.getLocalPort());
      Ports ports = new Ports(numbers);
      assertThat(ports.taken(EnumSet.allOf(Part.class))).containsExactly(Port.FORUM);
      assertThat(ports.taken(Set.of(Part.MONGO, Part.KAFKA))).isEmpty();
    }
  }

  @Test
  void twoPortsOfOneNumberAreACollision() {
    Map<Port, Integer> numbers = new HashMap<>(Ports.free().numbers());
    numbers.put(Port.SMTP, numbers.getOrDefault(Port.INBOX, 0) + 0);
    assertThat(new Ports(numbers).taken(Set.of(Part.SANDBOX))).containsExactly(Port.INBOX);
  }
}
