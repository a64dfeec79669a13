package org.juxian.registration;

import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.ArchitectureRules;

class ArchitectureTest {

  @Test
  void the_house_is_built_as_planned() {
    ArchitectureRules.of("org.juxian.registration")
        .hasPureModel("place", "calendar", "questions")
        .sharesKernel("org.juxian.registration.questions..")
        .hasPureModel("delegation.sheet")
        .knowsHttpInWebOnly()
        .leavesKafkaToThePlatform()
        .knowsTheDriverInPersistenceOnly();
  }
}
