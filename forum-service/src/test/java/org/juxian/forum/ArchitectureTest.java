package org.juxian.forum;

import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.ArchitectureRules;

class ArchitectureTest {

  @Test
  void the_rules_of_the_house_are_kept() {
    ArchitectureRules.of("org.juxian.forum")
        .sharesKernel("org.juxian.event")
        .hasPureModel("agenda")
        .knowsHttpInWebOnly()
        .leavesKafkaToThePlatform()
        .knowsTheDriverInPersistenceOnly();
  }
}
