package org.juxian.platform.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * The messages that this service set aside: on {@code <topic>.<group>.dlt}, listed and replayed by
 * an operator. A replay gives the message to the same handler again; those that were replayed are
 * remembered and no longer listed.
 */
public final class DeadLetters {

  private static final int MOST = 500;
  private static final Duration READ_TIME = Duration.ofSeconds(5);
  private static final Pattern ID = Pattern.compile("([a-zA-Z0-9._-]+)~(\\d+)~(\\d+)");

  private final ConsumerFactory<String, byte[]> consumers;
  private final Dispatcher dispatcher;
  private final String group;
  private final MongoCollection<Document> replayed;
  private final InstantSource clock;

  DeadLetters(
      ConsumerFactory<String, byte[]> consumers,
      Dispatcher dispatcher,
      String group,
      MongoDatabase database,
      InstantSource clock) {
    this.consumers = consumers;
    this.dispatcher = dispatcher;
    this.group = group;
    this.replayed = database.getCollection("deadLettersReplayed");
    this.clock = clock;
  }

  static String topic(String source, String group) {
    return source + "." + group + ".dlt";
  }

  /** Those that wait for somebody, oldest first for each topic; at most 500. */
  public List<DeadLetter> list() {
    try (Consumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Set<String> done = new HashSet<>();
      replayed.find().forEach(document -> done.add(document.getString("_id")));
      return read(consumer, consumer.endOffsets(partitions)).stream()
          .map(this::deadLetter)
          .filter(letter -> !done.contains(letter.id()))
          .limit(MOST)
          .toList();
    }
  }

  /**
   * Handles a dead letter again.
   *
   * @return nothing where it is handled now; the reason where it still cannot be
   * @throws java.util.NoSuchElementException where there is no such letter
   */
  public Optional<String> replay(String id) {
    ConsumerRecord<String, byte[]> letter = load(id);
    if (replayed.find(Filters.eq("_id", id)).first() != null) {
      return Optional.empty();
    }
    try {
      dispatcher.dispatch(sourceTopic(letter.topic()), letter);
    } catch (RuntimeException failed) {
      return Optional.of(reason(failed));
    }
    replayed.replaceOne(
        Filters.eq("_id", id),
        new Document("_id", id).append("at", Date.from(clock.instant())),
        new ReplaceOptions().upsert(true));
    return Optional.empty();
  }

  static String reason(Throwable failed) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(failed);
    String said = root.getMessage();
    return root.getClass().getSimpleName()
        + (said == null ? "" : ": " + said.lines().findFirst().orElse(""));
  }

  private ConsumerRecord<String, byte[]> load(String id) {
    Matcher parts = ID.matcher(id);
    if (parts.matches() && dispatcher.topics().contains(sourceTopic(parts.group(1)))) {
      TopicPartition partition =
          new TopicPartition(parts.group(1), Integer.parseInt(parts.group(2)));
      long offset = Long.parseLong(parts.group(3));
      try (Consumer<String, byte[]> consumer = consumer()) {
        if (partitions(consumer).contains(partition)) {
          consumer.assign(List.of(partition));
          consumer.seek(partition, offset);
          for (ConsumerRecord<String, byte[]> letter :
              read(consumer, Map.of(partition, offset + 1))) {
            if (letter.offset() == offset) {
              return letter;
            }
          }
        }
      }
    }
    throw new java.util.NoSuchElementException("no dead letter " + id);
  }

  private Consumer<String, byte[]> consumer() {
    return consumers.createConsumer(group + "-operator", "", "operator");
  }

  private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
    Map<String, List<PartitionInfo>> known = consumer.listTopics(READ_TIME);
    List<TopicPartition> partitions = new ArrayList<>();
    for (String source : dispatcher.topics()) {
      String topic = topic(source, group);
      known
          .getOrDefault(topic, List.of())
          .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    return partitions;
  }

  private List<ConsumerRecord<String, byte[]>> read(
      Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
    Instant until = clock.instant().plus(READ_TIME);
    while (clock.instant().isBefore(until)
        && ends.entrySet().stream()
            .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
    }
    return letters;
  }

  private DeadLetter deadLetter(ConsumerRecord<String, byte[]> letter) {
    return new DeadLetter(
        letter.topic() + "~" + letter.partition() + "~" + letter.offset(),
        sourceTopic(letter.topic()),
        MessageHeaders.text(letter.headers(), MessageHeaders.TYPE),
        letter.key(),
        reasonOf(letter),
        Instant.ofEpochMilli(letter.timestamp()));
  }

  private static String reasonOf(ConsumerRecord<String, byte[]> letter) {
    @Nullable String reason =
        MessageHeaders.text(letter.headers(), KafkaHeaders.DLT_EXCEPTION_MESSAGE);
    return reason == null ? "unknown" : reason;
  }

  private String sourceTopic(String deadLetterTopic) {
    String end = "." + group + ".dlt";
    return deadLetterTopic.endsWith(end)
        ? deadLetterTopic.substring(0, deadLetterTopic.length() - end.length())
        : deadLetterTopic;
  }
}
