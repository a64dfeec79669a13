package org.juxian.competition.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Contracts;
import tools.jackson.databind.JsonNode;

class ContractsTest {

  @Test
  void heats_are_told_as_the_contract_says() {
    JsonNode example = Contracts.example("competition.heat-scheduled.v1");
    HeatScheduled read = Contracts.read("competition.heat-scheduled.v1", HeatScheduled.class);
    assertThat(read.entrants()).hasSize(example.path("entrants").size()).isNotEmpty();
    Contracts.assertProduces("competition.heat-scheduled.v1", read);
    Contracts.assertProduces(
        "competition.heat-cancelled.v1",
        Contracts.read("competition.heat-cancelled.v1", HeatCancelled.class));
  }

  @Test
  void registrations_are_read_as_the_contract_says() {
    RegistrationNews.Registration confirmed =
        Contracts.read("registration.confirmed.v1", RegistrationNews.Registration.class);
    assertThat(confirmed.kind()).isEqualTo("competition");
    assertThat(confirmed.entry(true, 1).people()).hasSize(3);
    assertThat(
            Contracts.read("registration.cancelled.v1", RegistrationNews.Registration.class)
                .registrationId())
        .hasSize(32);
  }
}
