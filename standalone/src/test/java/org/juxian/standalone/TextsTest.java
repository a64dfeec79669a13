package org.juxian.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void theLanguageOfTheTerminalIsUsed() {
    assertThat(Texts.from(Map.of("LANG", "zh_CN.UTF-8")).say("stopping")).contains("停止");
    assertThat(Texts.from(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C")).say("stopping"))
        .isEqualTo("Stopping ...");
    assertThat(Texts.from(Map.of()).say("see-log", "data/logs/a.log")).contains("data/logs/a.log");
  }

  @Test
  void bothLanguagesSayEverything() throws IOException {
    assertThat(names("texts_zh.properties")).isEqualTo(names("texts.properties")).isNotEmpty();
  }

  private static Iterable<Object> names(String file) throws IOException {
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      assertThat(in).isNotNull();
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties.keySet();
    }
  }
}
