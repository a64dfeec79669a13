package org.juxian.platform.messaging;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a Kafka record and gives it to the handler that subscribed to its type. */
final class Dispatcher {

  private final Map<String, Map<String, Subscription.Reader<?>>> readersByTopic = new HashMap<>();
  private final JsonMapper json;
  private final Tracing tracing;

  Dispatcher(List<Subscription> subscriptions, JsonMapper json, Tracing tracing) {
    this.json = json;
    this.tracing = tracing;
    for (Subscription subscription : subscriptions) {
      readersByTopic
          .computeIfAbsent(subscription.topic(), topic -> new HashMap<>())
          .putAll(subscription.readers());
    }
  }

  Set<String> topics() {
    return new TreeSet<>(readersByTopic.keySet());
  }

  /**
   * @param topic the topic it was first published to (a dead letter is read from another one)
   */
  void dispatch(String topic, ConsumerRecord<String, byte[]> message) {
    String type = MessageHeaders.required(message.headers(), MessageHeaders.TYPE);
    Subscription.Reader<?> reader = readersByTopic.getOrDefault(topic, Map.of()).get(type);
    if (reader != null) {
      tracing.within(
          type,
          header -> MessageHeaders.text(message.headers(), header),
          () -> handle(reader, message));
    }
  }

  private <T> void handle(Subscription.Reader<T> reader, ConsumerRecord<String, byte[]> message) {
    Headers headers = message.headers();
    Incoming<T> incoming;
    try {
      incoming =
          new Incoming<>(
              MessageHeaders.required(headers, MessageHeaders.ID),
              String.valueOf(message.key()),
              Long.parseLong(MessageHeaders.required(headers, MessageHeaders.SEQUENCE)),
              OffsetDateTime.parse(MessageHeaders.required(headers, MessageHeaders.TIME))
                  .toInstant(),
              json.readValue(message.value(), reader.type()));
    } catch (JacksonException | NumberFormatException | DateTimeException unreadable) {
      throw new UnusableMessageException("cannot be read", unreadable);
    }
    if (incoming.data() == null) {
      throw new UnusableMessageException("has no data");
    }
    reader.handler().handle(incoming);
  }
}
