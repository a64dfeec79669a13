package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * One database: its collections by name. What the library may do with it is to look collections up.
 */
final class DurableDatabase implements MongoDatabase {
  private final String name;
  private final Map<String, DurableCollection> collections = new ConcurrentSkipListMap<>();

  DurableDatabase(String name) {
    this.name = name;
  }

  @Nullable DurableCollection find(String collection) {
    return collections.get(collection);
  }

  Collection<DurableCollection> collections() {
    return collections.values();
  }

  void register(DurableCollection collection) {
    collections.put(collection.getCollectionName(), collection);
  }

  @Override
  public void unregisterCollection(String collection) {
    collections.remove(collection);
  }

  @Override
  public String getDatabaseName() {
    return name;
  }

  @Override
  public boolean isEmpty() {
    return collections.isEmpty();
  }

  @Override
  public @Nullable MongoCollection<?> resolveCollection(
      String collection, boolean throwIfNotFound) {
    DurableCollection found = find(collection);
    if (found == null && throwIfNotFound) {
      throw Refusal.badValue("ns not found: " + name + "." + collection);
    }
    return found;
  }

  @Override
  public void handleClose(Channel channel) {}

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
    throw Refusal.unsupported(command);
  }

  @Override
  public QueryResult handleQuery(MongoQuery query) {
    throw Refusal.unsupported("OP_QUERY on a collection");
  }

  @Override
  public MongoCollection<?> createCollectionOrThrowIfExists(
      String collection, CollectionOptions options) {
    throw Refusal.unsupported("a pipeline that writes");
  }

  @Override
  public void drop(Oplog oplog) {
    throw Refusal.unsupported("a pipeline that writes");
  }

  @Override
  public void dropCollection(String collection, Oplog oplog) {
    throw Refusal.unsupported("a pipeline that writes");
  }

  @Override
  public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
    throw Refusal.unsupported("a pipeline that writes");
  }
}
