package org.juxian.embeddedkafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

  private static final String TOPIC = "juxian.test";

  @Test
  void recordsAndCommittedOffsetsSurviveCloseAndReopen(@TempDir Path folder) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.open(EmbeddedKafka.Options.in(folder))) {
      createTopic(kafka);
      send(kafka, "before");
      assertThat(read(kafka)).containsExactly("before");
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.open(EmbeddedKafka.Options.in(folder))) {
      send(kafka, "after");
      assertThat(read(kafka)).containsExactly("after");
      assertThat(readFromBeginning(kafka)).containsExactly("before", "after");
    }
  }

  @Test
  void aTakenPortIsNamed(@TempDir Path folder) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      EmbeddedKafka.Options options =
          EmbeddedKafka.Options.in(folder).withPort(taken.getLocalPort());
      assertThatThrownBy(() -> EmbeddedKafka.open(options))
          .isInstanceOf(BindException.class)
          .hasMessageContaining(String.valueOf(taken.getLocalPort()));
    }
  }

  @Test
  void aSecondBrokerInOneFolderIsRefused(@TempDir Path folder) throws Exception {
    try (FolderLock held = FolderLock.take(folder)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> EmbeddedKafka.open(EmbeddedKafka.Options.in(folder)))
          .isInstanceOf(FolderInUseException.class)
          .hasMessageContaining(folder.toString());
    }
  }

  @Test
  void argumentsOfTheProcessAreChecked() {
    assertThat(EmbeddedKafkaMain.options(new String[] {"data/kafka", "9192", "9193"}))
        .isEqualTo(new EmbeddedKafka.Options(Path.of("data/kafka"), "127.0.0.1", 9192, 9193));
    assertThatThrownBy(() -> EmbeddedKafkaMain.options(new String[] {"data", "70000", "1"}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("70000");
    assertThatThrownBy(() -> EmbeddedKafkaMain.options(new String[] {"data"}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void createTopic(EmbeddedKafka kafka) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }

  private static void send(EmbeddedKafka kafka, String value) throws Exception {
    Map<String, Object> config =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, "key", value)).get();
    }
  }

  /** What the group has not read yet; its offset is committed when the consumer closes. */
  private static List<String> read(EmbeddedKafka kafka) {
    return read(kafka, "readers", 1);
  }

  private static List<String> readFromBeginning(EmbeddedKafka kafka) {
    return read(kafka, "newcomers", 2);
  }

  private static List<String> read(EmbeddedKafka kafka, String group, int atLeast) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            kafka.bootstrapServers(),
            "group.id",
            group,
            "auto.offset.reset",
            "earliest");
    List<String> values = new ArrayList<>();
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      while (values.size() < atLeast && System.nanoTime() < deadline) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          values.add(record.value());
        }
      }
    }
    return values;
  }
}
