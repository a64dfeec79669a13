package org.juxian.embeddedmongo.tables;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NamespaceExistsException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.files.Change;
import org.juxian.embeddedmongo.files.Contents;
import org.juxian.embeddedmongo.files.Journal;
import org.juxian.embeddedmongo.values.Bytes;

/**
 * Which databases, collections and indexes there are; every change of that goes through here and
 * into the journal.
 */
public final class Catalog implements Contents {
  private static final int MAX_NAMESPACE = 255;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Map<String, Table>> databases = new ConcurrentSkipListMap<>();
  private final Map<Integer, Table> byNumber = new ConcurrentHashMap<>();
  private int lastNumber;
  private volatile Journal journal = Journal.NONE;

  /** From now on every change goes into this journal. */
  @Override
  public void journalTo(Journal newJournal) {
    journal = newJournal;
  }

  public Journal journal() {
    return journal;
  }

  /** The names of the databases that have collections. */
  public List<String> databases() {
    return databases.keySet().stream().filter(name -> !tables(name).isEmpty()).toList();
  }

  public Collection<Table> tables(String database) {
    return databases.getOrDefault(database, Map.of()).values();
  }

  public Collection<Table> tables() {
    return byNumber.values();
  }

  public @Nullable Table find(String database, String name) {
    return databases.getOrDefault(database, Map.of()).get(name);
  }

  public Table findOrCreate(String database, String name) {
    Table found = find(database, name);
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

  public Table create(String database, String name) {
    checkName(database, name);
    lock.lock();
    try {
      checkAbsent(database, name);
      int number = lastNumber + 1;
      journal.append(Change.CREATE, number, Bytes.encode(nameOf(database, name)));
      return restoreTable(number, database, name);
    } finally {
      lock.unlock();
    }
  }

  public void drop(Table table) {
    lock.lock();
    try {
      table.end(() -> journal.append(Change.DROP, table.number(), Bytes.encode(new Document())));
      restoreDrop(table);
    } finally {
      lock.unlock();
    }
  }

  /** Creates the index, unless it is there already. */
  public void createIndex(Table table, IndexSpec spec) {
    lock.lock();
    try {
      if (spec.isNewBeside(table.specs())) {
        table.createIndex(spec);
      }
    } finally {
      lock.unlock();
    }
  }

  public void dropIndex(Table table, IndexSpec spec) {
    lock.lock();
    try {
      table.dropIndex(spec);
    } finally {
      lock.unlock();
    }
  }

  /** Runs the action while nothing of the catalog changes; what there was then is copied later. */
  @Override
  public Copy copyAfter(Action action) throws IOException {
    lock.lock();
    try {
      action.run();
      List<Described> tables = byNumber.values().stream().map(Described::of).toList();
      return sink -> {
        for (Described each : tables) {
          each.copyTo(sink);
        }
      };
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Restoring restore(boolean salvaging) {
    return new Replay(this, salvaging);
  }

  /** A collection and its indexes at one moment. */
  private record Described(Table table, List<IndexSpec> indexes) {
    static Described of(Table table) {
      return new Described(table, table.specs());
    }

    void copyTo(Sink sink) throws IOException {
      int number = table.number();
      sink.add(Change.CREATE, number, Bytes.encode(nameOf(table.database(), table.name())));
      for (IndexSpec index : indexes) {
        if (!index.isId()) {
          sink.add(Change.INDEX, number, Bytes.encode(index.description()));
        }
      }
      table.copyTo(sink);
    }
  }

  Table restoreTable(int number, String database, String name) {
    Table table = new Table(database, name, number, this::journal);
    byNumber.put(number, table);
    databases.computeIfAbsent(database, _ -> new ConcurrentSkipListMap<>()).put(name, table);
    lastNumber = Math.max(lastNumber, number);
    return table;
  }

  void restoreDrop(Table table) {
    byNumber.remove(table.number());
    databases.getOrDefault(table.database(), Map.of()).remove(table.name());
  }

  @Nullable Table byNumber(int number) {
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
