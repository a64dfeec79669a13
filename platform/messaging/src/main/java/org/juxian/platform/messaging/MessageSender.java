package org.juxian.platform.messaging;

import static org.juxian.platform.messaging.MessageHeaders.bytes;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Puts an outbox entry on the wire: CloudEvents 1.0, Kafka protocol binding, binary content mode.
 */
final class MessageSender {

  private final KafkaTemplate<String, byte[]> kafka;
  private final String source;

  MessageSender(KafkaTemplate<String, byte[]> kafka, String source) {
    this.kafka = kafka;
    this.source = source;
  }

  /** Completes when the broker has acknowledged the message, or exceptionally. */
  CompletableFuture<Void> send(BsonDocument entry) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(text(entry, "topic"), text(entry, "key"), bytes(text(entry, "data")));
    put(message, MessageHeaders.SPEC_VERSION, "1.0");
    put(message, MessageHeaders.ID, text(entry, "id"));
    put(message, MessageHeaders.TYPE, text(entry, "type"));
    put(message, MessageHeaders.SOURCE, "/juxian/" + source);
    put(message, MessageHeaders.SUBJECT, text(entry, "key"));
    put(
        message,
        MessageHeaders.TIME,
        Instant.ofEpochMilli(entry.getDateTime("time").getValue()).toString());
    put(message, MessageHeaders.SEQUENCE, Long.toString(entry.getNumber("sequence").longValue()));
    put(message, MessageHeaders.CONTENT_TYPE, "application/json");
    put(
        message,
        Tracing.TRACEPARENT,
        entry.getString("traceparent", new BsonString("")).getValue());
    try {
      return kafka.send(message).thenApply(sent -> null);
    } catch (RuntimeException notTaken) {
      return CompletableFuture.failedFuture(notTaken);
    }
  }

  void flush() {
    kafka.flush();
  }

  private static String text(BsonDocument entry, String field) {
    return entry.getString(field).getValue();
  }

  private static void put(ProducerRecord<String, byte[]> message, String header, String value) {
    if (!value.isEmpty()) {
      message.headers().add(header, bytes(value));
    }
  }
}
