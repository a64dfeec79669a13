package org.juxian.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void codesAreForgottenAfterAQuarterOfAnHour() {
    NewTopic codes =
        Topics.wanted().stream()
            .filter(topic -> topic.name().equals("juxian.identity-codes"))
            .findFirst()
            .orElseThrow();
    assertThat(codes.configs()).containsEntry("retention.ms", "900000");
  }

  @Test
  void everyTopicHasThreePartitions() {
    assertThat(Topics.wanted()).hasSize(7).allMatch(topic -> topic.numPartitions() == 3);
  }
}
