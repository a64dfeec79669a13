package org.juxian.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {

  private final Texts texts = new Texts();

  @Test
  void each_kind_has_every_text_in_both_languages() {
    for (Language language : Language.values()) {
      for (Kind kind : Kind.values()) {
        for (String part : new String[] {"sms", "subject", "mail"}) {
          assertThat(texts.texts(language)).containsKey(kind.key() + "." + part);
        }
      }
    }
    assertThat(texts.texts(Language.ZH).keySet()).isEqualTo(texts.texts(Language.EN).keySet());
  }

  @Test
  void words_fill_the_text_and_a_missing_one_is_an_error() {
    Notice code = new NoticeWords().plain("code", "204816").of(Kind.SIGN_IN_CODE);
    assertThat(texts.sms(code, Language.ZH)).startsWith("【聚贤】").contains("204816");
    assertThat(texts.sms(code, Language.EN)).startsWith("[Juxian] ").contains("204816");
    assertThatThrownBy(() -> texts.sms(new Notice(Kind.REMINDER, Map.of(), Map.of()), Language.EN))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void times_are_told_in_shanghai_and_the_day_once() {
    Instant start = Instant.parse("2026-11-28T01:00:00Z");
    assertThat(Times.range(start, start.plusSeconds(8 * 3600), Language.ZH))
        .isEqualTo("11月28日 周六 09:00–17:00");
    assertThat(Times.moment(start, Language.EN)).isEqualTo("Sat 28 Nov, 09:00");
  }
}
