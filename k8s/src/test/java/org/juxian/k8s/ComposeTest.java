package org.juxian.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compose file is sound and agrees with the services. */
class ComposeTest {

  private static final String FILE = Repository.text("docker-compose.yml");
  private static final String EXAMPLE = Repository.text(".env.example");

  @Test
  void isSound() {
    assertThat(Compose.parse(FILE).services()).containsKeys("mongodb", "kafka", "mailpit");
    assertThat(Compose.parse(FILE).findings(EXAMPLE)).isEmpty();
  }

  @Test
  void onlyTheGatewayAndThePagesOfTheSandboxesAreOpen() {
    assertThat(Compose.parse(FILE).services())
        .allSatisfy(
            (name, service) ->
                assertThat(service.has("ports"))
                    .isEqualTo(name.matches("gateway|mailpit|sms-sandbox")));
  }

  /** Through a published port everybody comes from the network's own, private, address. */
  @Test
  void whoComesThroughThePortDoesNotReadTheMetrics() {
    assertThat(
            Compose.parse(FILE)
                .services()
                .get("gateway")
                .at("/environment/JUXIAN_METRICS_FROM")
                .asText())
        .isEqualTo("loopback");
  }

  @Test
  void theExampleOfTheEnvironmentHoldsNoSecret() {
    assertThat(EXAMPLE.lines()).anyMatch(line -> line.equals("JUXIAN_GATEWAY_CLIENT_SECRET="));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://fair-service:8080                  | http://fair-service:8083 | FAIR_URI leads nowhere
          http://fair-service:8080                  | http://fare-service:8080 | FAIR_URI leads nowhere
          SERVER_PORT: "8080"                       | SERVER_PORT: "8081"      | its healthcheck asks another
          mongodb: { condition: service_healthy }   | mongo: { condition: service_healthy } | waits in vain for mongo
          topics: { condition: service_completed    | kafka: { condition: service_completed | waits in vain for kafka
          cap_drop: [ALL]                           | cap_drop: []             | more rights
          "127.0.0.1:${GATEWAY_PORT                 | "0.0.0.0:${GATEWAY_PORT  | open to other machines
          SMTP_HOST: mailpit                        | SMTP_HOSTS: mailpit      | does not read
          SMTP_HOST: mailpit                        | TZ: mailpit              | to be given SMTP_HOST
          image: mongo:8.0                          | image: mongo             | which version
          test: [CMD, /mailpit, readyz]             | disable: true            | mailpit has no healthcheck
          /opt/kafka/config:uid=1000,gid=1000       | /opt/kafka/config        | may not write
          user: "1000:1000"                         | user: "1001:1001"        | may not write
          ["identity-keys:/keys"]                   | ["keys:/keys"]           | mounts keys
          ${JUXIAN_ADMIN_ADDRESS:?                  | ${JUXIAN_ADMIN:?         | JUXIAN_ADMIN is not in
          """)
  void aBreakageIsFound(String original, String broken, String complaint) {
    assertThat(FILE).contains(original);

    Compose copy = Compose.parse(FILE.replace(original, broken));

    assertThat(copy.findings(EXAMPLE))
        .anySatisfy(finding -> assertThat(finding).contains(complaint));
  }
}
