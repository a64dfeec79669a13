package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One collection: its rows, its indexes and the lock that makes a change of both one step. The
 * library computes what an update makes of a document; finding, checking and changing is done here.
 *
 * <p>Every change follows one order under the write lock: work out the new keys, refuse on a
 * conflict, append to the journal, change memory. So a refused change leaves no trace, and the
 * journal has the order of the changes.
 */
final class DurableCollection extends AbstractMongoCollection<Row> {
  private static final int EXPIRE_AT_ONCE = 500;

  private final int number;
  private final Supplier<Journal> journal;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Rows rows = new Rows();
  private final OrderedIndex ids = new OrderedIndex(IndexSpec.ID);
  private final List<OrderedIndex> indexes = new CopyOnWriteArrayList<>(List.of(ids));
  private long dataSize;
  private boolean ended;
  private boolean changed;
  private @Nullable Object upsertedId;
  private @Nullable Document target;

  DurableCollection(DurableDatabase database, String name, int number, Supplier<Journal> journal) {
    super(database, name, CollectionOptions.withDefaults(), new CursorRegistry());
    this.number = number;
    this.journal = journal;
  }

  int number() {
    return number;
  }

  // ---- reading

  /** A query, brought into normal form and bound to a plan. */
  record Search(Document filter, Document sort, Plan plan, Scan scan) {}

  Search search(Document query, @Nullable Document sort) {
    Document filter = Filters.normalise(query);
    Document order = sort == null ? new Document() : sort;
    lock.readLock().lock();
    try {
      Plan plan = new Planner(filter, order).choose(indexes);
      return new Search(filter, order, plan, new Scan(plan, filter, rows, lock.readLock()));
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The matches, in order. Reads no more than it must if the plan gives the order. */
  Iterator<Scan.Hit> find(Document query, @Nullable Document sort, int skip, int limit) {
    return find(search(query, sort), skip, limit);
  }

  static Iterator<Scan.Hit> find(Search search, int skip, int limit) {
    Iterator<Scan.Hit> hits = search.scan();
    if (!search.plan().sorted()) {
      hits = sorted(hits, search.sort(), limit == 0 ? 0 : (long) skip + limit);
    }
    if (skip == 0 && limit == 0) {
      return hits;
    }
    return stream(hits).skip(skip).limit(limit == 0 ? Long.MAX_VALUE : limit).iterator();
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Keyed(byte[] key, Scan.Hit hit) {
    private static final Comparator<Keyed> ORDER =
        Comparator.comparing(Keyed::key, Arrays::compareUnsigned)
            .thenComparingLong(keyed -> keyed.hit().row().sequence);
  }

  /** Sorts by the keys that an index on the same fields would have. */
  private static Iterator<Scan.Hit> sorted(Iterator<Scan.Hit> hits, Document sort, long keep) {
    List<IndexSpec.Field> fields = IndexSpec.fields(sort);
    PriorityQueue<Keyed> best = new PriorityQueue<>(Keyed.ORDER.reversed());
    List<Keyed> all = new ArrayList<>();
    while (hits.hasNext()) {
      Scan.Hit hit = hits.next();
      Keyed keyed = new Keyed(IndexKeys.sortKey(hit.document(), fields), hit);
      if (keep == 0) {
        all.add(keyed);
        continue;
      }
      best.add(keyed);
      if (best.size() > keep) {
        best.poll();
      }
    }
    return Stream.concat(all.stream(), best.stream())
        .sorted(Keyed.ORDER)
        .map(Keyed::hit)
        .iterator();
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    Iterable<T> iterable = () -> iterator;
    return StreamSupport.stream(iterable.spliterator(), false);
  }

  /** The documents as a projection leaves them. */
  List<Document> project(List<Document> documents, @Nullable Document projection) {
    if (projection == null || projection.isEmpty()) {
      return documents;
    }
    return matchDocumentsFromStream(new Document(), documents.stream(), 0, 0, 0, null, projection)
        .collectDocuments();
  }

  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    if (target != null && lock.isWriteLockedByCurrentThread()) {
      return new QueryResult(List.of(target));
    }
    Iterator<Document> found =
        stream(find(query, orderBy, skip, limit)).map(Scan.Hit::document).iterator();
    if (lock.isWriteLockedByCurrentThread() || projection != null) {
      List<Document> all = new ArrayList<>();
      found.forEachRemaining(all::add);
      return new QueryResult(project(all, projection));
    }
    return new QueryResult(() -> found);
  }

  @Override
  public int count() {
    lock.readLock().lock();
    try {
      return rows.live();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public int count(@Nullable Document query, int skip, int limit) {
    long count = countMatches(query == null ? new Document() : query);
    count = Math.max(0, count - skip);
    return (int) (limit > 0 ? Math.min(limit, count) : count);
  }

  private long countMatches(Document query) {
    Search search = search(query, null);
    Plan plan = search.plan();
    if (!plan.exact()) {
      return stream(search.scan()).count();
    }
    lock.readLock().lock();
    try {
      OrderedIndex index = plan.index();
      return index == null
          ? rows.live()
          : plan.intervals().stream()
              .mapToLong(part -> index.between(part.from(), part.to()).size())
              .sum();
    } finally {
      lock.readLock().unlock();
    }
  }

  // ---- writing

  @Override
  public void addDocument(Document given) {
    Document document = withId(given);
    lock.writeLock().lock();
    try {
      checkLives();
      byte[] bson = Bytes.encode(document);
      List<Collection<byte[]>> keys = keys(document);
      for (int i = 0; i < keys.size(); i++) {
        refuseConflict(indexes.get(i), keys.get(i), null, document);
      }
      journal.get().append(Change.PUT, number, bson);
      Row row = rows.add(bson);
      for (int i = 0; i < keys.size(); i++) {
        indexes.get(i).put(keys.get(i), row);
      }
      dataSize += bson.length;
      upsertedId = document.get("_id");
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static Document withId(Document given) {
    Object id = given.get("_id");
    if (id instanceof Collection || BsonRegularExpression.isRegularExpression(id)) {
      throw new InvalidIdFieldError("The '_id' value cannot be of type array or regex");
    }
    if (given.containsKey("_id") && given.keySet().iterator().next().equals("_id")) {
      return given;
    }
    Document document = new Document("_id", given.containsKey("_id") ? id : new ObjectId());
    given.forEach(document::putIfAbsent);
    return document;
  }

  @Override
  protected void handleUpdate(Row row, Document before, Document after) {
    byte[] bson = Bytes.encode(after);
    List<Collection<byte[]>> oldKeys = keys(before);
    List<Collection<byte[]>> newKeys = keys(after);
    for (int i = 0; i < newKeys.size(); i++) {
      refuseConflict(indexes.get(i), newKeys.get(i), row, after);
    }
    journal.get().append(Change.PUT, number, bson);
    for (int i = 0; i < newKeys.size(); i++) {
      move(indexes.get(i), row, oldKeys.get(i), newKeys.get(i));
    }
    dataSize += bson.length - Objects.requireNonNull(row.bson).length;
    row.bson = bson;
    changed = true;
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

  @Override
  public void removeDocument(Document document) {
    lock.writeLock().lock();
    try {
      checkLives();
      Row row = findDocumentPosition(document);
      if (row != null && row.bson != null) {
        Document stored = Bytes.decode(row.bson);
        List<Collection<byte[]>> keys = keys(stored);
        journal
            .get()
            .append(Change.DELETE, number, Bytes.encode(new Document("_id", stored.get("_id"))));
        for (int i = 0; i < keys.size(); i++) {
          indexes.get(i).remove(keys.get(i), row);
        }
        dataSize -= row.bson.length;
        rows.remove(row);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** What one update statement did. */
  record Updated(int matched, int modified, @Nullable Object upsertedId, boolean upserted) {}

  /**
   * Applies one update statement, document by document; the library works out each new document.
   */
  Updated update(Document query, Document update, Document options, boolean multi, boolean upsert) {
    lock.writeLock().lock();
    try {
      List<Document> found = new ArrayList<>();
      find(query, null, 0, multi ? 0 : 1).forEachRemaining(hit -> found.add(hit.document()));
      if (found.isEmpty()) {
        return upsert ? upsert(query, update, options) : new Updated(0, 0, null, false);
      }
      int modified = 0;
      for (Document document : found) {
        changed = false;
        target = document;
        super.findAndModify(command(query, update, options));
        modified += changed ? 1 : 0;
      }
      return new Updated(found.size(), modified, null, false);
    } catch (FindAndModifyPlanExecutorError e) {
      throw e.getCause();
    } finally {
      target = null;
      lock.writeLock().unlock();
    }
  }

  private Updated upsert(Document query, Document update, Document options) {
    super.findAndModify(command(query, update, options).append("upsert", true));
    return new Updated(0, 0, upsertedId, true);
  }

  private static Document command(Document query, Document update, Document options) {
    Document command = new Document("query", query).append("update", update);
    command.putIfNotNull("arrayFilters", options.get("arrayFilters"));
    return command;
  }

  @Override
  public Document findAndModify(Document command) {
    lock.writeLock().lock();
    try {
      checkLives();
      upsertedId = null;
      Document result = super.findAndModify(command);
      if (upsertedId != null) {
        result.put(
            "lastErrorObject",
            new Document("n", 1).append("updatedExisting", false).append("upserted", upsertedId));
      }
      return result;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Removes the matches, at most {@code limit} of them if that is not 0, and says how many. */
  int delete(Document query, int limit) {
    lock.writeLock().lock();
    try {
      List<Document> found = new ArrayList<>();
      find(query, null, 0, limit).forEachRemaining(hit -> found.add(hit.document()));
      found.forEach(this::removeDocument);
      return found.size();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Removes what the TTL indexes say is over, and says how many documents that were. */
  int expire(java.time.Instant now) {
    int expired = 0;
    for (IndexSpec spec : indexSpecs()) {
      Long seconds = spec.expireAfterSeconds();
      if (seconds != null) {
        Document old = new Document("$lte", now.minusSeconds(seconds));
        Document query = new Document(spec.fields().getFirst().name(), old);
        if (spec.filter() != null) {
          query = new Document("$and", List.of(query, spec.filter()));
        }
        for (int removed = EXPIRE_AT_ONCE; removed == EXPIRE_AT_ONCE; expired += removed) {
          removed = delete(query, EXPIRE_AT_ONCE);
        }
      }
    }
    return expired;
  }

  private List<Collection<byte[]>> keys(Document document) {
    List<Collection<byte[]>> keys = new ArrayList<>(indexes.size());
    indexes.forEach(index -> keys.add(index.keysOf(document)));
    return keys;
  }

  private void refuseConflict(
      OrderedIndex index, Collection<byte[]> keys, @Nullable Row self, Document document) {
    byte[] conflict = index.conflict(keys, self);
    if (conflict != null) {
      throw new DuplicateKey(
          getFullName(),
          index.spec(),
          IndexKeys.valuesBehind(conflict, document, index.spec().fields()));
    }
  }

  private void checkLives() {
    if (ended) {
      throw new MongoServerError(175, "QueryPlanKilled", "collection dropped: " + getFullName());
    }
  }

  // ---- indexes

  List<IndexSpec> indexSpecs() {
    return indexes.stream().map(OrderedIndex::spec).toList();
  }

  boolean createIndex(IndexSpec spec) {
    for (IndexSpec existing : indexSpecs()) {
      if (existing.name().equals(spec.name()) && existing.sameAs(spec)) {
        return false;
      }
      if (existing.name().equals(spec.name())) {
        throw new MongoServerError(
            86,
            "IndexKeySpecsConflict",
            "An existing index has the same name as the requested index: " + spec.name());
      }
      if (existing.sameKeys(spec) && Objects.equals(existing.filter(), spec.filter())) {
        throw new MongoServerError(
            85,
            "IndexOptionsConflict",
            "Index already exists with a different name: " + existing.name());
      }
    }
    lock.writeLock().lock();
    try {
      checkLives();
      OrderedIndex index = build(spec);
      journal.get().append(Change.INDEX, number, Bytes.encode(spec.description()));
      indexes.add(index);
      return true;
    } finally {
      lock.writeLock().unlock();
    }
  }

  void dropIndex(IndexSpec spec) {
    lock.writeLock().lock();
    try {
      journal
          .get()
          .append(Change.DROP_INDEX, number, Bytes.encode(new Document("name", spec.name())));
      indexes.removeIf(index -> index.spec().name().equals(spec.name()));
    } finally {
      lock.writeLock().unlock();
    }
  }

  private OrderedIndex build(IndexSpec spec) {
    OrderedIndex index = new OrderedIndex(spec);
    forEachRow(
        row -> {
          Document document = Bytes.decode(Objects.requireNonNull(row.bson));
          Collection<byte[]> keys = index.keysOf(document);
          refuseConflict(index, keys, row, document);
          index.put(keys, row);
        });
    return index;
  }

  private void forEachRow(java.util.function.Consumer<Row> action) {
    long last = -1;
    for (List<Row> chunk = rowsAfter(last); !chunk.isEmpty(); chunk = rowsAfter(last)) {
      chunk.forEach(action);
      last = chunk.getLast().sequence;
    }
  }

  private List<Row> rowsAfter(long sequence) {
    List<Row> chunk = new ArrayList<>();
    rows.collect(sequence, true, 1_000, chunk);
    return chunk;
  }

  /** Writes {@code entry} and makes the collection refuse all further changes. */
  void end(Runnable entry) {
    lock.writeLock().lock();
    try {
      entry.run();
      ended = true;
      rows.clear();
      indexes.forEach(OrderedIndex::clear);
    } finally {
      lock.writeLock().unlock();
    }
  }

  // ---- snapshots and recovery

  /**
   * Some of the documents after the given place, as {@link Rows#collect} orders them; empty at the
   * end.
   */
  Map.Entry<Long, List<byte[]>> chunkAfter(long sequence) {
    lock.readLock().lock();
    try {
      List<Row> chunk = rowsAfter(sequence);
      List<byte[]> documents = chunk.stream().map(row -> Objects.requireNonNull(row.bson)).toList();
      return Map.entry(chunk.isEmpty() ? sequence : chunk.getLast().sequence, documents);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Puts a document as the files have it; of the indexes only that on _id is kept. */
  void restorePut(byte[] bson) {
    byte[] key = KeyCodec.encode(Bytes.decode(bson).get("_id"), true);
    Row row = ids.get(key);
    if (row == null) {
      ids.put(List.of(key), rows.add(bson));
      dataSize += bson.length;
    } else {
      dataSize += bson.length - Objects.requireNonNull(row.bson).length;
      row.bson = bson;
    }
  }

  void restoreDelete(byte[] id) {
    byte[] key = KeyCodec.encode(Bytes.decode(id).get("_id"), true);
    Row row = ids.get(key);
    if (row != null) {
      ids.remove(List.of(key), row);
      dataSize -= Objects.requireNonNull(row.bson).length;
      rows.remove(row);
    }
  }

  /** Builds an index over all documents; throws {@link DuplicateKey} if they break it. */
  void restoreIndex(IndexSpec spec) {
    indexes.add(build(spec));
  }

  /**
   * Builds an index and takes out each document that clashes with an earlier one; the number of
   * those.
   */
  long restoreIndexDroppingClashes(IndexSpec spec) {
    OrderedIndex index = new OrderedIndex(spec);
    List<Object> clashing = new ArrayList<>();
    forEachRow(
        row -> {
          Document document = getDocument(row);
          Collection<byte[]> keys = index.keysOf(document);
          if (index.conflict(keys, row) == null) {
            index.put(keys, row);
          } else {
            clashing.add(document.get("_id"));
          }
        });
    clashing.forEach(id -> removeDocument(new Document("_id", id)));
    indexes.add(index);
    return clashing.size();
  }

  // ---- what the library asks for

  @Override
  protected @Nullable Row findDocumentPosition(Document document) {
    return ids.get(KeyCodec.encode(document.get("_id"), true));
  }

  @Override
  public List<Index<Row>> getIndexes() {
    return List.of();
  }

  @Override
  protected int getDataSize() {
    return (int) Math.min(dataSize, Integer.MAX_VALUE);
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int delta) {}

  @Override
  protected QueryResult matchDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
    return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
  }

  @Override
  protected Document getDocument(Row row) {
    return Bytes.decode(Objects.requireNonNull(row.bson));
  }

  @Override
  protected Row addDocumentInternal(Document document) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void removeDocument(Row row) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected Stream<DocumentWithPosition<Row>> streamAllDocumentsWithPosition() {
    throw new UnsupportedOperationException();
  }
}
