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
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One collection. Documents are found and kept by our {@link Table}. */
final class DurableCollection extends AbstractMongoCollection<Row> {
  private static final int EXPIRE_AT_ONCE = 500;

  private final Table table;

  DurableCollection(DurableDatabase database, String name, int number, Supplier<Journal> journal) {
    super(database, name, CollectionOptions.withDefaults(), new CursorRegistry());
    this.table = new Table(number, database.getDatabaseName() + "." + name, journal);
  }

  Table table() {
    return table;
  }

  // ---- reading

  Search search(Document query, Document sort) {
    return new Search(table, query, sort);
  }

  /** The documents as a projection leaves them. */
  List<Document> project(List<Document> documents, Document projection) {
    if (projection.isEmpty()) {
      return documents;
    }
    return matchDocumentsFromStream(new Document(), documents.stream(), 0, 0, 0, null, projection)
        .collectDocuments();
  }

  /** The different values of a field in the matching documents. */
  Collection<Object> distinct(String field, Document query) {
    IndexSpec.Field ascending = new IndexSpec.Field(field, IndexSpec.path(field), true);
    Map<byte[], Object> values = new TreeMap<>(Arrays::compareUnsigned);
    search(query, new Document())
        .hits(0, 0)
        .forEachRemaining(
            hit ->
                IndexKeys.values(hit.document(), ascending)
                    .forEach(value -> values.put(KeyCodec.encode(value, true), value)));
    return values.values();
  }

  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    Document sort = orderBy == null ? new Document() : orderBy;
    Stream<Document> found =
        Search.stream(search(query, sort).hits(skip, limit)).map(Scan.Hit::document);
    return new QueryResult(
        project(found.toList(), projection == null ? new Document() : projection));
  }

  @Override
  public int count() {
    return table.size();
  }

  @Override
  public int count(@Nullable Document query, int skip, int limit) {
    long count = search(query == null ? new Document() : query, new Document()).count();
    count = Math.max(0, count - skip);
    return (int) (limit > 0 ? Math.min(limit, count) : count);
  }

  // ---- writing

  @Override
  public void addDocument(Document given) {
    table.writing(() -> insert(given));
  }

  /** The document as it is kept. */
  private Document insert(Document given) {
    Document document = withId(given);
    table.insert(document);
    return document;
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

  /** What one update statement did. */
  record Updated(int matched, int modified, @Nullable Document upserted) {
    static final Updated NOTHING = new Updated(0, 0, null);
  }

  /** Applies one update statement. */
  Updated update(Document query, Update update, boolean multi, boolean upsert) {
    return table.writing(
        () -> {
          List<Scan.Hit> found = found(query, new Document(), multi ? 0 : 1);
          if (found.isEmpty() && upsert) {
            return new Updated(0, 0, insert(update.insert(query)));
          }
          int modified = 0;
          for (Scan.Hit hit : found) {
            modified += replace(hit, update.apply(hit.document())) ? 1 : 0;
          }
          return new Updated(found.size(), modified, null);
        });
  }

  private boolean replace(Scan.Hit hit, Document after) {
    boolean changed = !after.equals(hit.document());
    if (changed) {
      table.replace(hit.row(), hit.document(), after);
    }
    return changed;
  }

  /**
   * What one document was and is after a change.
   *
   * @param before null if it was inserted, or not found
   * @param after null if it was removed, or not found
   */
  record Modified(@Nullable Document before, @Nullable Document after) {}

  /** Changes the first match, or removes it if there is no update. */
  Modified modifyFirst(Document query, Document sort, @Nullable Update update, boolean upsert) {
    return table.writing(
        () -> {
          List<Scan.Hit> found = found(query, sort, 1);
          if (found.isEmpty()) {
            Document inserted = update == null || !upsert ? null : insert(update.insert(query));
            return new Modified(null, inserted);
          }
          Scan.Hit hit = found.getFirst();
          if (update == null) {
            table.remove(hit.row());
            return new Modified(hit.document(), null);
          }
          Document after = update.apply(hit.document());
          replace(hit, after);
          return new Modified(hit.document(), after);
        });
  }

  private List<Scan.Hit> found(Document query, Document sort, int limit) {
    return Search.stream(search(query, sort).hits(0, limit)).toList();
  }

  /** Removes the matches, at most {@code limit} of them if that is not 0, and says how many. */
  int delete(Document query, int limit) {
    return table.writing(
        () -> {
          List<Scan.Hit> found = found(query, new Document(), limit);
          found.forEach(hit -> table.remove(hit.row()));
          return found.size();
        });
  }

  /** Removes what the TTL indexes say is over, and says how many documents that were. */
  int expire(Instant now) {
    int expired = 0;
    for (IndexSpec spec : table.specs()) {
      Long seconds = spec.expireAfterSeconds();
      if (seconds != null) {
        Document old = new Document("$lte", now.minusSeconds(seconds));
        Document query = new Document(spec.fields().getFirst().name(), old);
        Object partial = spec.description().get("partialFilterExpression");
        if (partial != null) {
          query = new Document("$and", List.of(query, partial));
        }
        for (int removed = EXPIRE_AT_ONCE; removed == EXPIRE_AT_ONCE; expired += removed) {
          removed = delete(query, EXPIRE_AT_ONCE);
        }
      }
    }
    return expired;
  }

  // ---- what the library asks for

  @Override
  protected @Nullable Row findDocumentPosition(Document document) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Index<Row>> getIndexes() {
    return List.of();
  }

  @Override
  protected int getDataSize() {
    return (int) Math.min(table.bytes(), Integer.MAX_VALUE);
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
    return Bytes.decode(row.content());
  }

  @Override
  protected void handleUpdate(Row row, Document before, Document after) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeDocument(Document document) {
    throw new UnsupportedOperationException();
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
