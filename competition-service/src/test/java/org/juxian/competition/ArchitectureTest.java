package org.juxian.competition;

import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.ArchitectureRules;

class ArchitectureTest {

  @Test
  void the_rules_of_the_house_are_kept() {
    ArchitectureRules.of("org.juxian.competition")
        .sharesKernel("org.juxian.event")
        .hasPureModel("schedule")
        .hasPureModel("diary")
        .knowsHttpInWebOnly()
        .leavesKafkaToThePlatform()
        .knowsTheDriverInPersistenceOnly();
  }
}
