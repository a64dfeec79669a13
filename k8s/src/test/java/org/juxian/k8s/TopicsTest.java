package org.juxian.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The topics that a deployment creates are those of the contracts, and those for what could not be
 * handled.
 */
class TopicsTest {

  @TempDir private Path bin = Path.of("");

  @BeforeEach
  void putDownWhatIsAskedOfKafka() throws IOException {
    for (String tool : List.of("kafka-topics.sh", "kafka-configs.sh")) {
      Path fake = bin.resolve(tool);
      Files.writeString(
          fake,
          """
          #!/usr/bin/env bash
          case "$*" in *--describe*) printf '%b\\n' "$EXISTING"; exit;; esac
          echo "${0##*/} $*"
          """);
      assertThat(fake.toFile().setExecutable(true)).isTrue();
    }
  }

  @Test
  void everyTopicOfTheContractsIsCreated() throws Exception {
    Set<String> created = new TreeSet<>();
    for (String call : calls("")) {
      assertThat(call)
          .startsWith("kafka-topics.sh --bootstrap-server broker:9092 --create --topic ");
      created.add(call.split(" ", -1)[5]);
    }
    assertThat(created).isEqualTo(expected());
  }

  @Test
  void codesAreKeptForMinutesOnly() throws Exception {
    assertThat(calls("").stream().filter(call -> call.contains("identity-codes")))
        .hasSize(2)
        .allMatch(call -> call.contains("retention.ms=900000 --config segment.ms=300000 "));
  }

  @Test
  void aTopicThatIsThereIsNotCreatedAgain() throws Exception {
    assertThat(calls(described("retention.ms=604800000,segment.ms=300000")))
        .hasSameSizeAs(expected())
        .contains(
            "kafka-configs.sh --bootstrap-server broker:9092 --alter --topic juxian.identity-codes"
                + " --add-config retention.ms=900000,segment.ms=300000");
  }

  @Test
  void aTopicThatIsAsItShouldBeCostsNoCall() throws Exception {
    assertThat(calls(described("min.insync.replicas=1,retention.ms=900000,segment.ms=300000")))
        .hasSize(expected().size() - 1)
        .noneMatch(call -> call.contains("--topic juxian.identity-codes "));
  }

  /** As the tool of Kafka 4.1.2 says it. */
  private static String described(String configs) {
    return """
        Topic: juxian.identity-codes\\tTopicId: gVHn\\tPartitionCount: 6\\tReplicationFactor: 1\\tConfigs: %s
        \\tTopic: juxian.identity-codes\\tPartition: 0\\tLeader: 1\\tReplicas: 1\\tIsr: 1\\tElr: \\tLastKnownElr: \
        """
        .formatted(configs);
  }

  private List<String> calls(String existing) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", Repository.path("k8s/base/topics/create-topics.sh").toString());
    builder.environment().put("KAFKA_BIN", bin.toString());
    builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", "broker:9092");
    builder.environment().put("TOPIC_REPLICAS", "1");
    builder.environment().put("EXISTING", existing);
    Process script = builder.redirectErrorStream(true).start();
    List<String> lines = script.inputReader().readAllLines();
    assertThat(script.waitFor()).as(String.join("\n", lines)).isZero();
    return lines;
  }

  private static Set<String> expected() {
    JsonNode contracts = Trees.yaml(Repository.text("contracts/asyncapi.yaml"));
    Set<String> topics = new TreeSet<>();
    for (JsonNode channel : contracts.path("channels")) {
      topics.add(channel.path("address").asText());
    }
    for (JsonNode operation : contracts.path("operations")) {
      if (operation.path("action").asText().equals("receive")) {
        String channel = operation.at("/channel/$ref").asText().replaceFirst(".*/", "");
        String reader = operation.at("/tags/0/name").asText();
        topics.add("juxian." + channel + "." + reader + ".dlt");
      }
    }
    return topics;
  }
}
