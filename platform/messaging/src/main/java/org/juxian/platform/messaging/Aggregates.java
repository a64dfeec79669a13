package org.juxian.platform.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;

/**
 * Opens the collections of aggregates of a service; the {@link OutboxRelay} serves all that were
 * opened here.
 */
public final class Aggregates {

  private final MongoDatabase database;
  private final OutboxWriter outbox;
  private final List<MongoCollection<BsonDocument>> opened;

  Aggregates(
      MongoDatabase database,
      OutboxWriter outbox,
      CopyOnWriteArrayList<MongoCollection<BsonDocument>> opened) {
    this.database = database;
    this.outbox = outbox;
    this.opened = opened;
  }

  /**
   * A collection whose documents carry a state, its messages and its causes.
   *
   * @param name the collection's name
   * @param state the record that is stored; the driver's record codec writes it
   */
  public <S> AggregateCollection<S> open(String name, Class<S> state) {
    AggregateCollection<S> collection = new AggregateCollection<>(database, name, state, outbox);
    opened.add(collection.documents());
    return collection;
  }
}
