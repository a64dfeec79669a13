package org.juxian.fair;

import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.ArchitectureRules;

class ArchitectureTest {

  @Test
  void the_rules_of_the_house_are_kept() {
    ArchitectureRules.of("org.juxian.fair")
        .sharesKernel("org.juxian.event")
        .hasPureModel("booth")
        .knowsHttpInWebOnly()
        .leavesKafkaToThePlatform()
        .knowsTheDriverInPersistenceOnly();
  }
}
