package org.juxian.platform.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import tools.jackson.databind.json.JsonMapper;

/** Turns messages into outbox entries and wakes the relay once they are stored. */
final class OutboxWriter {

  private final Ids ids;
  private final InstantSource clock;
  private final JsonMapper json;
  private final Tracing tracing;
  private final Runnable wake;

  OutboxWriter(Ids ids, InstantSource clock, JsonMapper json, Tracing tracing, Runnable wake) {
    this.ids = ids;
    this.clock = clock;
    this.json = json;
    this.tracing = tracing;
    this.wake = wake;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** One entry a message; {@code sequence} is the aggregate's version after the write. */
  List<BsonDocument> entries(List<Outgoing> messages, long sequence) {
    return messages.stream().map(message -> entry(message, sequence)).toList();
  }

  void written(List<Outgoing> messages) {
    if (!messages.isEmpty()) {
      wake.run();
    }
  }

  private BsonDocument entry(Outgoing message, long sequence) {
    BsonDocument entry =
        new BsonDocument("id", new BsonString(ids.next()))
            .append("topic", new BsonString(message.topic()))
            .append("type", new BsonString(message.type()))
            .append("key", new BsonString(message.key()))
            .append("time", new BsonDateTime(now().toEpochMilli()))
            .append("sequence", new BsonInt64(sequence))
            .append("data", new BsonString(json.writeValueAsString(message.data())));
    tracing
        .currentTraceparent()
        .ifPresent(parent -> entry.append("traceparent", new BsonString(parent)));
    return entry;
  }
}
