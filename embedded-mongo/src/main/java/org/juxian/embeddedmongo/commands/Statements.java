package org.juxian.embeddedmongo.commands;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.language.Filter;
import org.juxian.embeddedmongo.language.Queries;
import org.juxian.embeddedmongo.search.Scan;
import org.juxian.embeddedmongo.search.Search;
import org.juxian.embeddedmongo.tables.IndexSpec;
import org.juxian.embeddedmongo.tables.Table;
import org.juxian.embeddedmongo.updates.Update;

/** What one statement of a command does with the documents of a table. */
public record Statements(Table table) {
  private static final int EXPIRE_AT_ONCE = 500;

  // ---- reading

  Search search(Document query, Document sort) {
    return new Search(table, Queries.parse(query), sort);
  }

  int count(Document query, int skip, int limit) {
    long count = Math.max(0, search(query, new Document()).count() - skip);
    return (int) (limit > 0 ? Math.min(limit, count) : count);
  }

  // ---- writing

  /** Adds a document and returns it as it is kept. */
  Document insert(Document given) {
    Document document = withId(given);
    return table.writing(
        () -> {
          table.insert(document);
          return document;
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

  /** What one update statement did. */
  record Updated(int matched, int modified, @Nullable Document upserted) {
    static final Updated NOTHING = new Updated(0, 0, null);
  }

  /** Applies one update statement. */
  Updated update(Document query, Update update, boolean multi, boolean upsert) {
    Filter filter = Queries.parse(query);
    return table.writing(
        () -> {
          List<Scan.Hit> found = found(filter, new Document(), multi ? 0 : 1);
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
    Filter filter = Queries.parse(query);
    return table.writing(
        () -> {
          List<Scan.Hit> found = found(filter, sort, 1);
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

  private List<Scan.Hit> found(Filter filter, Document sort, int limit) {
    return new Search(table, filter, sort).hits(0, limit).toList();
  }

  /** Removes the matches, at most {@code limit} of them if that is not 0, and says how many. */
  int delete(Document query, int limit) {
    Filter filter = Queries.parse(query);
    return table.writing(
        () -> {
          List<Scan.Hit> found = found(filter, new Document(), limit);
          found.forEach(hit -> table.remove(hit.row()));
          return found.size();
        });
  }

  /** Removes what the TTL indexes say is over, and says how many documents that were. */
  public int expire(Instant now) {
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
}
