package org.juxian.identity;

import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.ArchitectureRules;

class ArchitectureTest {

  @Test
  void the_rules_of_the_house_hold() {
    ArchitectureRules.of("org.juxian.identity")
        .hasPureModel("code", "person", "organisation")
        .knowsHttpInWebOnly()
        .leavesKafkaToThePlatform()
        .knowsTheDriverInPersistenceOnly();
  }
}
