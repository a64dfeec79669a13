package org.juxian.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BlanksTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ObjectNode answers =
      (ObjectNode) JSON.readTree("{\"fair\":{\"id\":\"f1\",\"halls\":[{\"id\":\"h1\"}]}}");

  private final Blanks blanks = new Blanks(ZonedDateTime.parse("2026-11-24T18:30:00Z"), answers);

  @Test
  void daysAreCountedInShanghai() {
    assertThat(blanks.fill("D+7 09:00")).isEqualTo("2026-12-02T09:00:00+08:00");
    assertThat(blanks.fill("D-1 08:00")).isEqualTo("2026-11-24T08:00:00+08:00");
  }

  @Test
  void earlierAnswersAreFoundAtAnyDepth() {
    assertThat(blanks.fill("/api/fairs/${fair.id}/x/${fair.halls.0.id}"))
        .isEqualTo("/api/fairs/f1/x/h1");
    assertThat(blanks.fill(JSON.readTree("{\"a\":[\"${fair.id}\",1,true]}")))
        .isEqualTo(JSON.readTree("{\"a\":[\"f1\",1,true]}"));
  }

  @Test
  void aBlankThatNothingFillsIsAnError() {
    assertThatThrownBy(() -> blanks.fill("${forum.id}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("forum.id");
  }
}
