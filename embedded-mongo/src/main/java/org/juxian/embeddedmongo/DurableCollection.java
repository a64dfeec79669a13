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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One collection. Documents are found and kept by our {@link Table}; what an update makes of a
 * document is worked out by the library's class, one document at a time.
 */
final class DurableCollection extends AbstractMongoCollection<Row> {
  private static final int EXPIRE_AT_ONCE = 500;

  private final Table table;
  private boolean changed;
  private @Nullable Object upsertedId;
  private @Nullable Document target;

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
    if (table.isBeingWrittenHere()) {
      return new QueryResult(target == null ? List.of() : List.of(target));
    }
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
    Document document = withId(given);
    table.writing(
        () -> {
          table.insert(document);
          upsertedId = document.get("_id");
          return true;
        });
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
    table.replace(row, before, after);
    changed = true;
  }

  @Override
  public void removeDocument(Document document) {
    Row row = findDocumentPosition(document);
    if (row != null) {
      table.remove(row);
    }
  }

  /** What one update statement did. */
  record Updated(int matched, int modified, @Nullable Object upsertedId, boolean upserted) {
    static final Updated NOTHING = new Updated(0, 0, null, false);
  }

  /** Applies one update statement. */
  Updated update(Document query, Document update, Document options, boolean multi, boolean upsert) {
    Document command = new Document("query", query).append("update", update);
    command.putIfNotNull("arrayFilters", options.get("arrayFilters"));
    return table.writing(
        () -> {
          List<Document> found = found(query, new Document(), multi ? 0 : 1);
          if (found.isEmpty() && upsert) {
            applyTo(null, command.append("upsert", true));
            return new Updated(0, 0, upsertedId, true);
          }
          int modified = 0;
          for (Document document : found) {
            applyTo(document, command);
            modified += changed ? 1 : 0;
          }
          return new Updated(found.size(), modified, null, false);
        });
  }

  @Override
  public Document findAndModify(Document command) {
    Document query = Commands.document(command, "query");
    Document sort = Commands.document(command, "sort");
    return table.writing(
        () -> {
          List<Document> found = found(query, sort, 1);
          Document result = applyTo(found.isEmpty() ? null : found.getFirst(), command);
          if (upsertedId != null) {
            result.put(
                "lastErrorObject",
                new Document("n", 1)
                    .append("updatedExisting", false)
                    .append("upserted", upsertedId));
          }
          return result;
        });
  }

  private List<Document> found(Document query, Document sort, int limit) {
    List<Document> found = new ArrayList<>();
    search(query, sort).hits(0, limit).forEachRemaining(hit -> found.add(hit.document()));
    return found;
  }

  /** Has the library change this one document, or insert one if there is none. */
  private Document applyTo(@Nullable Document document, Document command) {
    target = document;
    changed = false;
    upsertedId = null;
    Document asked = new Document(command);
    if (document != null && !Writes.isPositional(command.get("update"))) {
      asked.put("query", new Document()); // it is found already
    }
    try {
      return super.findAndModify(asked);
    } catch (FindAndModifyPlanExecutorError e) {
      throw e.getCause();
    } finally {
      target = null;
    }
  }

  /** Removes the matches, at most {@code limit} of them if that is not 0, and says how many. */
  int delete(Document query, int limit) {
    return table.writing(
        () -> {
          List<Row> found = new ArrayList<>();
          search(query, new Document())
              .hits(0, limit)
              .forEachRemaining(hit -> found.add(hit.row()));
          found.forEach(table::remove);
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
    return table.rowOf(document.get("_id"));
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
