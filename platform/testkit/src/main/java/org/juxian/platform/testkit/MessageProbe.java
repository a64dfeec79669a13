package org.juxian.platform.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.MessageJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what goes over a topic and publishes to it as another service would. It hears what is
 * published after it was opened. For one thread.
 */
public final class MessageProbe implements AutoCloseable {

  private static final JsonMapper JSON = MessageJson.mapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A message as it was heard. */
  public record Heard(String type, String key, String id, long sequence, JsonNode data) {}

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Heard> heard = new ArrayList<>();

  private MessageProbe(String topic, String servers) {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers);
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** Listens to a topic from now on; the topic must be there. */
  public static MessageProbe on(String topic) {
    return on(topic, TestServers.kafkaServers());
  }

  /** The same on another broker than the one that the tests share. */
  public static MessageProbe on(String topic, String servers) {
    return new MessageProbe(topic, servers);
  }

  /**
   * The first message of this type that fits, waited for at most 20 s; heard messages stay for the
   * next question.
   */
  public Heard await(String type, Predicate<Heard> fits) {
    Instant until = Instant.now().plus(PATIENCE);
    while (true) {
      for (Heard message : heard) {
        if (message.type().equals(type) && fits.test(message)) {
          return message;
        }
      }
      if (Instant.now().isAfter(until)) {
        throw new AssertionError("no " + type + " was heard, only " + heard);
      }
      listen(Duration.ofMillis(200));
    }
  }

  /** Everything heard so far, after listening that long. */
  public List<Heard> heardWithin(Duration time) {
    Instant until = Instant.now().plus(time);
    while (Instant.now().isBefore(until)) {
      listen(Duration.ofMillis(100));
    }
    return List.copyOf(heard);
  }

  /** Publishes as the owner would, with a new id; answers the id. */
  public static String publish(String topic, String type, String key, long sequence, Object data) {
    return publish(topic, type, key, sequence, data, UUID.randomUUID().toString());
  }

  /** Publishes with a chosen id, to send the same message twice. */
  public static String publish(
      String topic, String type, String key, long sequence, Object data, String id) {
    return publish(TestServers.kafkaServers(), topic, type, key, sequence, data, id);
  }

  /** Publishes on another broker than the one that the tests share. */
  public static String publish(
      String servers,
      String topic,
      String type,
      String key,
      long sequence,
      Object data,
      String id) {
    byte[] value =
        data instanceof String text
            ? text.getBytes(StandardCharsets.UTF_8)
            : JSON.writeValueAsBytes(data);
    ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_type",
            type,
            "ce_source",
            "/juxian/test",
            "ce_time",
            Instant.now().toString(),
            "ce_sequence",
            Long.toString(sequence))
        .forEach(
            (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try (KafkaProducer<String, byte[]> once =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      once.send(message).get(20, TimeUnit.SECONDS);
      return id;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void listen(Duration time) {
    for (ConsumerRecord<String, byte[]> message : consumer.poll(time)) {
      heard.add(
          new Heard(
              header(message, "ce_type"),
              String.valueOf(message.key()),
              header(message, "ce_id"),
              Long.parseLong(header(message, "ce_sequence")),
              JSON.readTree(message.value())));
    }
  }

  private static String header(ConsumerRecord<String, byte[]> message, String name) {
    @Nullable Header header = message.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
