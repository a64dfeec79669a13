package org.juxian.identity.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.juxian.platform.values.SearchTerms;

class SearchTermsTest {

  @ParameterizedTest
  @CsvSource({
    "南海区产教融合促进会, 产教融合, true",
    "南海区产教融合促进会, 促, true",
    "南海区产教融合促进会, 海南, false",
    "南海区产教融合促进会, '南海 促进', true",
    "南海区产教融合促进会, '南海 商会', false",
    "Wang Lei, lei, true",
    "Wang Lei, WA, true",
    "Wang Lei, ang, false",
    "李晓岚, 晓岚, true",
    "李晓岚, 李岚, false",
    "li.xiaolan@example.org, li.xiaolan@example.org, true",
    "li.xiaolan@example.org, xiaol, true",
    "聚贤Juxian2026, juxian20, true",
    "ＡＢＣ公司, abc, true",
    "anything, '', true",
    "anything, '!? %', true"
  })
  void a_query_finds_a_text_by_its_words(String text, String query, boolean found) {
    assertThat(SearchTerms.of(text).containsAll(SearchTerms.ofQuery(query))).isEqualTo(found);
  }
}
