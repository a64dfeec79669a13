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
  private final Map<String, Map<String, DurableCollection>> databases =
      new ConcurrentSkipListMap<>();
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

  /** The names of the databases that have collections. */
  List<String> databases() {
    return databases.keySet().stream().filter(name -> !collections(name).isEmpty()).toList();
  }

  Collection<DurableCollection> collections(String database) {
    return databases.getOrDefault(database, Map.of()).values();
  }

  Collection<DurableCollection> collections() {
    return byNumber.values();
  }

  @Nullable DurableCollection find(String database, String name) {
    return databases.getOrDefault(database, Map.of()).get(name);
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
      Table table = collection.table();
      table.end(() -> journal.append(Change.DROP, table.number(), Bytes.encode(new Document())));
      restoreDrop(collection);
    } finally {
      lock.unlock();
    }
  }

  /** Creates the index, unless it is there already. */
  void createIndex(DurableCollection collection, IndexSpec spec) {
    lock.lock();
    try {
      if (spec.isNewBeside(collection.table().specs())) {
        collection.table().createIndex(spec);
      }
    } finally {
      lock.unlock();
    }
  }

  void dropIndex(DurableCollection collection, IndexSpec spec) {
    lock.lock();
    try {
      collection.table().dropIndex(spec);
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
  record Described(Table table, Document name, List<IndexSpec> indexes) {
    static Described of(DurableCollection collection) {
      Document name = nameOf(collection.database(), collection.name());
      return new Described(collection.table(), name, collection.table().specs());
    }
  }

  DurableCollection restoreCollection(int number, String database, String name) {
    DurableCollection collection = new DurableCollection(database, name, number, this::journal);
    byNumber.put(number, collection);
    databases.computeIfAbsent(database, _ -> new ConcurrentSkipListMap<>()).put(name, collection);
    lastNumber = Math.max(lastNumber, number);
    return collection;
  }

  void restoreDrop(DurableCollection collection) {
    byNumber.remove(collection.table().number());
    databases.getOrDefault(collection.database(), Map.of()).remove(collection.name());
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
