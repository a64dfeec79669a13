package org.juxian.notification;

import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.ArchitectureRules;

class ArchitectureTest {

  @Test
  void the_rules_of_the_house_are_kept() {
    ArchitectureRules.of("org.juxian.notification")
        .hasPureModel("notice")
        .knowsHttpInWebOnly()
        .leavesKafkaToThePlatform()
        .knowsTheDriverInPersistenceOnly();
  }
}
