package org.juxian.embeddedmongo.tables;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.files.Change;
import org.juxian.embeddedmongo.files.Contents;
import org.juxian.embeddedmongo.files.Journal;
import org.juxian.embeddedmongo.values.Bytes;
import org.juxian.embeddedmongo.values.IndexKeys;
import org.juxian.embeddedmongo.values.KeyCodec;

/**
 * The rows and indexes of one collection, and the lock that makes a change of both one step.
 *
 * <p>Every change follows one order under the write lock: work out the new keys, refuse on a
 * conflict, append to the journal, change memory. So a refused change leaves no trace, and the
 * journal has the order of the changes.
 */
public final class Table {
  private static final int CHUNK = 1_000;

  private final int number;
  private final String database;
  private final String name;
  private final Supplier<Journal> journal;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Rows rows = new Rows();
  private final OrderedIndex ids = new OrderedIndex(IndexSpec.ID);
  private final List<OrderedIndex> indexes = new CopyOnWriteArrayList<>(List.of(ids));
  private boolean ended;

  public Table(String database, String name, int number, Supplier<Journal> journal) {
    this.number = number;
    this.database = database;
    this.name = name;
    this.journal = journal;
  }

  int number() {
    return number;
  }

  String database() {
    return database;
  }

  public String name() {
    return name;
  }

  public String fullName() {
    return database + "." + name;
  }

  // ---- reading

  public <T> T reading(Supplier<T> action) {
    lock.readLock().lock();
    try {
      return action.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** To be read with {@link #reading}. */
  public Rows rows() {
    return rows;
  }

  public int size() {
    return reading(rows::live);
  }

  public List<OrderedIndex> indexes() {
    return indexes;
  }

  public List<IndexSpec> specs() {
    return indexes.stream().map(OrderedIndex::spec).toList();
  }

  // ---- changing

  public <T> T writing(Supplier<T> action) {
    lock.writeLock().lock();
    try {
      if (ended) {
        throw new MongoServerError(175, "QueryPlanKilled", "collection dropped: " + fullName());
      }
      return action.get();
    } finally {
      lock.writeLock().unlock();
    }
  }

  public void insert(Document document) {
    byte[] bson = Bytes.encode(document);
    List<Collection<byte[]>> keys = keys(document);
    refuseConflicts(keys, null, document);
    append(Change.PUT, bson);
    Row row = rows.add(bson);
    for (int i = 0; i < keys.size(); i++) {
      indexes.get(i).put(keys.get(i), row);
    }
  }

  public void replace(Row row, Document before, Document after) {
    byte[] bson = Bytes.encode(after);
    List<Collection<byte[]>> oldKeys = keys(before);
    List<Collection<byte[]>> newKeys = keys(after);
    refuseConflicts(newKeys, row, after);
    append(Change.PUT, bson);
    for (int i = 0; i < newKeys.size(); i++) {
      move(indexes.get(i), row, oldKeys.get(i), newKeys.get(i));
    }
    row.set(bson);
  }

  private static void move(
      OrderedIndex index, Row row, Collection<byte[]> from, Collection<byte[]> to) {
    TreeSet<byte[]> gone = new TreeSet<>(Arrays::compareUnsigned);
    gone.addAll(from);
    TreeSet<byte[]> come = new TreeSet<>(Arrays::compareUnsigned);
    come.addAll(to);
    to.forEach(gone::remove);
    from.forEach(come::remove);
    index.remove(gone, row);
    index.put(come, row);
  }

  public void remove(Row row) {
    Document document = Bytes.decode(row.content());
    List<Collection<byte[]>> keys = keys(document);
    append(Change.DELETE, Bytes.encode(new Document("_id", document.get("_id"))));
    for (int i = 0; i < keys.size(); i++) {
      indexes.get(i).remove(keys.get(i), row);
    }
    rows.remove(row);
  }

  /** Writes {@code entry} and refuses all further changes. */
  void end(Runnable entry) {
    writing(
        () -> {
          entry.run();
          ended = true;
          rows.clear();
          indexes.forEach(OrderedIndex::clear);
          return true;
        });
  }

  private void append(Change kind, byte[] bson) {
    journal.get().append(kind, number, bson);
  }

  private List<Collection<byte[]>> keys(Document document) {
    List<Collection<byte[]>> keys = new ArrayList<>(indexes.size());
    indexes.forEach(index -> keys.add(index.keysOf(document)));
    return keys;
  }

  private void refuseConflicts(
      List<Collection<byte[]>> keys, @Nullable Row self, Document document) {
    for (int i = 0; i < keys.size(); i++) {
      refuseConflict(indexes.get(i), keys.get(i), self, document);
    }
  }

  private void refuseConflict(
      OrderedIndex index, Collection<byte[]> keys, @Nullable Row self, Document document) {
    byte[] conflict = index.conflict(keys, self);
    if (conflict != null) {
      throw new DuplicateKey(
          fullName(),
          index.spec(),
          IndexKeys.valuesBehind(conflict, document, index.spec().fields()));
    }
  }

  // ---- indexes

  /** Builds an index; writers and readers of this table wait for it. */
  void createIndex(IndexSpec spec) {
    writing(
        () -> {
          List<OrderedIndex> built = build(List.of(spec));
          append(Change.INDEX, Bytes.encode(spec.description()));
          return indexes.addAll(built);
        });
  }

  void dropIndex(IndexSpec spec) {
    writing(
        () -> {
          append(Change.DROP_INDEX, Bytes.encode(new Document("name", spec.name())));
          return indexes.removeIf(index -> index.spec().name().equals(spec.name()));
        });
  }

  private List<OrderedIndex> build(Collection<IndexSpec> specs) {
    List<OrderedIndex> built = specs.stream().map(OrderedIndex::new).toList();
    forEachRow(
        row -> {
          Document document = Bytes.decode(row.content());
          for (OrderedIndex index : built) {
            Collection<byte[]> keys = index.keysOf(document);
            refuseConflict(index, keys, row, document);
            index.put(keys, row);
          }
        });
    return built;
  }

  private void forEachRow(Consumer<Row> action) {
    List<Row> chunk = rows.after(rows.start(), CHUNK);
    while (!chunk.isEmpty()) {
      Deadline.check();
      chunk.forEach(action);
      chunk = rows.after(chunk.getLast(), CHUNK);
    }
  }

  // ---- snapshots and recovery

  /** Gives the documents to the sink, a thousand at a time, while others write. */
  void copyTo(Contents.Sink sink) throws IOException {
    Row last = rows.start();
    List<byte[]> chunk = new ArrayList<>();
    do {
      Row from = last;
      chunk.clear();
      last =
          reading(
              () -> {
                List<Row> found = rows.after(from, CHUNK);
                found.forEach(row -> chunk.add(row.content()));
                return found.isEmpty() ? from : found.getLast();
              });
      for (byte[] bson : chunk) {
        sink.add(Change.PUT, number, bson);
      }
    } while (!chunk.isEmpty());
  }

  /** Puts a document as the files have it; of the indexes only that on _id is kept. */
  void restorePut(byte[] bson) {
    byte[] key = KeyCodec.encode(Bytes.id(bson), true);
    Row row = ids.get(key);
    if (row == null) {
      ids.put(List.of(key), rows.add(bson));
    } else {
      row.set(bson);
    }
  }

  void restoreDelete(byte[] id) {
    byte[] key = KeyCodec.encode(Bytes.id(id), true);
    Row row = ids.get(key);
    if (row != null) {
      ids.remove(List.of(key), row);
      rows.remove(row);
    }
  }

  /** Builds indexes over all documents; throws {@link DuplicateKey} if they break one. */
  void restoreIndexes(Collection<IndexSpec> specs) {
    indexes.addAll(build(specs));
  }

  /** Takes out each document that would clash in the index with an earlier one; how many. */
  int removeClashes(IndexSpec spec) {
    OrderedIndex index = new OrderedIndex(spec);
    List<Row> clashing = new ArrayList<>();
    forEachRow(
        row -> {
          Collection<byte[]> keys = index.keysOf(Bytes.decode(row.content()));
          if (index.conflict(keys, row) == null) {
            index.put(keys, row);
          } else {
            clashing.add(row);
          }
        });
    clashing.forEach(this::remove);
    return clashing.size();
  }
}
