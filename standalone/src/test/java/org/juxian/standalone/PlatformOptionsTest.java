package org.juxian.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformOptionsTest {

  private static final Path HOME = Path.of("/juxian");

  @Test
  void everythingIsEmbeddedUnlessTheEnvironmentNamesServers() {
    PlatformOptions embedded = PlatformOptions.from(HOME, Map.of());
    assertThat(embedded.parts()).containsExactlyInAnyOrder(Part.values());
    assertThat(embedded.mongodbUri()).isEqualTo("mongodb://127.0.0.1:27117");
    assertThat(embedded.dataFolder()).isEqualTo(HOME.resolve("data"));

    PlatformOptions external =
        PlatformOptions.from(
            HOME,
            Map.of(
                "MONGODB_URI", "mongodb://db.example", "KAFKA_BOOTSTRAP_SERVERS", "k.example:9"));
    assertThat(external.parts()).doesNotContain(Part.MONGO, Part.KAFKA).contains(Part.GATEWAY);
    assertThat(external.mongodbUri()).isEqualTo("mongodb://db.example");
    assertThat(external.kafkaServers()).isEqualTo("k.example:9");
  }

  @Test
  void theAddressFollowsTheGatewaysPort() {
    PlatformOptions options = PlatformOptions.from(HOME, Map.of("JUXIAN_PORT_OFFSET", "500"));
    assertThat(options.address()).isEqualTo("http://localhost:8580");
    assertThat(options.with("JUXIAN_PUBLIC_URL", "https://juxian.example").address())
        .isEqualTo("https://juxian.example");
  }

  @Test
  void onlyOurOwnSettingsAreTakenFromTheEnvironment() {
    PlatformOptions options =
        PlatformOptions.from(HOME, Map.of("HOME", "/root", "JUXIAN_LOG_FORMAT", " ecs "));
    assertThat(options.settings()).containsOnly(Map.entry("JUXIAN_LOG_FORMAT", "ecs"));
  }

  @Test
  void anUnknownQuickStartIsRefused() {
    assertThatThrownBy(() -> PlatformOptions.from(HOME, Map.of("JUXIAN_QUICK_START", "yes")))
        .isInstanceOf(BadSettingException.class)
        .hasMessageContaining("JUXIAN_QUICK_START");
  }
}
