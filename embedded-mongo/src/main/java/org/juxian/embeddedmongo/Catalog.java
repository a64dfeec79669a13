package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NamespaceExistsException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Which databases, collections and indexes there are; every change of that goes through here and
 * into the journal.
 */
final class Catalog {
  private static final int MAX_NAMESPACE = 255;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, DurableDatabase> databases = new ConcurrentSkipListMap<>();
  private final Map<Integer, DurableCollection> byNumber = new ConcurrentHashMap<>();
  private int lastNumber;
  private volatile Journal journal = Journal.NONE;

  /** From now on every change goes into this journal. */
  void journalTo(Journal newJournal) {
    journal = newJournal;
  }

  Journal journal() {
    return journal;
  }

  DurableDatabase database(String name) {
    return databases.computeIfAbsent(name, DurableDatabase::new);
  }

  Collection<DurableDatabase> databases() {
    return databases.values();
  }

  Collection<DurableCollection> collections() {
    return byNumber.values();
  }

  @Nullable DurableCollection find(String database, String name) {
    DurableDatabase found = databases.get(database);
    return found == null ? null : found.find(name);
  }

  DurableCollection findOrCreate(String database, String name) {
    DurableCollection found = find(database, name);
    if (found != null) {
      return found;
    }
    lock.lock();
    try {
      found = find(database, name);
      return found != null ? found : create(database, name);
    } finally {
      lock.unlock();
    }
  }

  DurableCollection create(String database, String name) {
    checkName(database, name);
    lock.lock();
    try {
      checkAbsent(database, name);
      int number = lastNumber + 1;
      journal.append(Change.CREATE, number, Bytes.encode(nameOf(database, name)));
      return restoreCollection(number, database, name);
    } finally {
      lock.unlock();
    }
  }

  void drop(DurableCollection collection) {
    lock.lock();
    try {
      collection.end(
          () -> journal.append(Change.DROP, collection.number(), Bytes.encode(new Document())));
      restoreDrop(collection);
    } finally {
      lock.unlock();
    }
  }

  void rename(DurableCollection collection, String database, String name, boolean dropTarget) {
    checkName(database, name);
    lock.lock();
    try {
      DurableCollection target = find(database, name);
      if (target != null && target != collection && dropTarget) {
        drop(target);
      }
      checkAbsent(database, name);
      journal.append(Change.RENAME, collection.number(), Bytes.encode(nameOf(database, name)));
      restoreName(collection, database, name);
    } finally {
      lock.unlock();
    }
  }

  /** True if there was no such index yet. */
  boolean createIndex(DurableCollection collection, IndexSpec spec) {
    lock.lock();
    try {
      return collection.createIndex(spec);
    } finally {
      lock.unlock();
    }
  }

  void dropIndex(DurableCollection collection, IndexSpec spec) {
    lock.lock();
    try {
      collection.dropIndex(spec);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Runs the action while nothing of the catalog changes, and gives the collections that there
   * were.
   */
  List<Described> describeAfter(StoreAction action) throws java.io.IOException {
    lock.lock();
    try {
      action.run();
      return byNumber.values().stream().map(Described::of).toList();
    } finally {
      lock.unlock();
    }
  }

  /** Something that may fail at the disk. */
  interface StoreAction {
    void run() throws java.io.IOException;
  }

  /** A collection's name and indexes at one moment. */
  record Described(DurableCollection collection, Document name, List<IndexSpec> indexes) {
    static Described of(DurableCollection collection) {
      Document name = nameOf(collection.getDatabaseName(), collection.getCollectionName());
      return new Described(collection, name, collection.indexSpecs());
    }
  }

  DurableCollection restoreCollection(int number, String database, String name) {
    DurableDatabase owner = database(database);
    DurableCollection collection = new DurableCollection(owner, name, number, this::journal);
    byNumber.put(number, collection);
    owner.register(collection);
    lastNumber = Math.max(lastNumber, number);
    return collection;
  }

  void restoreName(DurableCollection collection, String database, String name) {
    database(collection.getDatabaseName()).unregisterCollection(collection.getCollectionName());
    DurableDatabase owner = database(database);
    collection.renameTo(owner, name);
    owner.register(collection);
  }

  void restoreDrop(DurableCollection collection) {
    byNumber.remove(collection.number());
    database(collection.getDatabaseName()).unregisterCollection(collection.getCollectionName());
  }

  @Nullable DurableCollection byNumber(int number) {
    return byNumber.get(number);
  }

  private static Document nameOf(String database, String name) {
    return new Document("db", database).append("name", name);
  }

  private void checkAbsent(String database, String name) {
    if (find(database, name) != null) {
      throw new NamespaceExistsException(
          "Collection " + database + "." + name + " already exists.");
    }
  }

  private static void checkName(String database, String name) {
    boolean bad =
        database.isEmpty()
            || database.chars().anyMatch(c -> "/\\. \"$\0".indexOf(c) >= 0)
            || name.isEmpty()
            || name.startsWith(".")
            || name.startsWith("system.")
            || name.chars().anyMatch(c -> c == '$' || c == 0)
            || database.length() + name.length() >= MAX_NAMESPACE;
    if (bad) {
      throw new MongoServerError(
          73, "InvalidNamespace", "Invalid namespace specified '" + database + "." + name + "'");
    }
  }
}
