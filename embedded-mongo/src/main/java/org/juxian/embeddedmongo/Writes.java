package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commands that change documents. */
final class Writes {
  private static final Set<String> UPDATE = Set.of("q", "u", "upsert", "multi", "arrayFilters");
  private static final Set<String> DELETE = Set.of("q", "limit");

  private final Catalog catalog;

  Writes(Catalog catalog) {
    this.catalog = catalog;
  }

  void register(Commands commands) {
    commands.write("insert", this::insert, "documents", "ordered", "bypassDocumentValidation");
    commands.write("update", this::update, "updates", "ordered", "bypassDocumentValidation");
    commands.write("delete", this::delete, "deletes", "ordered");
    commands.write(
        "findAndModify",
        this::findAndModify,
        "query",
        "sort",
        "remove",
        "update",
        "new",
        "fields",
        "upsert",
        "arrayFilters",
        "bypassDocumentValidation");
  }

  static List<Document> statements(Document command, String field) {
    if (!(command.get(field) instanceof List<?> list) || list.isEmpty()) {
      throw Refusal.failedToParse("'" + field + "' must be a nonempty array");
    }
    List<Document> statements = new ArrayList<>();
    for (Object element : list) {
      if (!(element instanceof Document document)) {
        throw new MongoServerError(
            14, "TypeMismatch", "Each element of '" + field + "' must be an object");
      }
      statements.add(document);
    }
    return statements;
  }

  /** One statement of a command. */
  private interface Statement {
    int apply(Document statement, int index);
  }

  /**
   * Runs the statements until the first error, or past it if the client said so; the reply tells
   * both.
   */
  private static Document each(Document command, String field, Statement action) {
    List<Document> errors = new ArrayList<>();
    List<Document> statements = statements(command, field);
    int n = 0;
    for (int i = 0; i < statements.size(); i++) {
      try {
        n += action.apply(statements.get(i), i);
      } catch (MongoServerException e) {
        errors.add(describe(e, new Document("index", i)));
        if (!Boolean.FALSE.equals(command.get("ordered"))) {
          break;
        }
      }
    }
    Document reply = new Document("n", n);
    if (!errors.isEmpty()) {
      reply.append("writeErrors", errors);
    }
    return reply.append("ok", 1.0);
  }

  /** Adds code, name and message of an error, and for a duplicate key the index and the key. */
  static Document describe(MongoServerException e, Document error) {
    if (e instanceof MongoServerError known) {
      error.append("code", known.getCode());
      error.putIfNotNull("codeName", known.getCodeName());
    } else {
      error.append("code", 8).append("codeName", "UnknownError");
    }
    error.append("errmsg", e.getMessageWithoutErrorCode());
    if (e instanceof DuplicateKey duplicate) {
      duplicate.describeIn(error);
    }
    return error;
  }

  private Document insert(Scram.Session session, String database, Document command) {
    DurableCollection collection = catalog.findOrCreate(database, Commands.collectionName(command));
    return each(
        command,
        "documents",
        (document, _) -> {
          collection.insert(document);
          return 1;
        });
  }

  private Document update(Scram.Session session, String database, Document command) {
    String name = Commands.collectionName(command);
    List<Document> upserted = new ArrayList<>();
    int[] modified = {0};
    Document reply =
        each(
            command,
            "updates",
            (statement, index) -> {
              DurableCollection.Updated updated = update(database, name, statement);
              modified[0] += updated.modified();
              if (updated.upserted() != null) {
                Object id = updated.upserted().get("_id");
                upserted.add(new Document("index", index).append("_id", id));
                return 1;
              }
              return updated.matched();
            });
    reply.append("nModified", modified[0]);
    if (!upserted.isEmpty()) {
      reply.append("upserted", upserted);
    }
    return reply;
  }

  private DurableCollection.Updated update(String database, String name, Document statement) {
    Refusal.unknownFields("update.updates", statement, UPDATE);
    boolean multi = IndexSpec.isTrue(statement.get("multi"));
    boolean upsert = IndexSpec.isTrue(statement.get("upsert"));
    Document query = Commands.document(statement, "q");
    Update update = Update.parse(statement.get("u"), statement.get("arrayFilters"));
    if (multi && update.isReplacement()) {
      throw Refusal.failedToParse("multi update is not supported for replacement-style update");
    }
    DurableCollection collection = target(database, name, upsert);
    return collection == null
        ? DurableCollection.Updated.NOTHING
        : collection.update(query, update, multi, upsert);
  }

  private @Nullable DurableCollection target(String database, String name, boolean upsert) {
    return upsert ? catalog.findOrCreate(database, name) : catalog.find(database, name);
  }

  private Document delete(Scram.Session session, String database, Document command) {
    DurableCollection collection = catalog.find(database, Commands.collectionName(command));
    return each(
        command,
        "deletes",
        (statement, _) -> {
          Refusal.unknownFields("delete.deletes", statement, DELETE);
          Document query = Commands.document(statement, "q");
          return collection == null
              ? 0
              : collection.delete(query, Commands.number(statement, "limit"));
        });
  }

  private Document findAndModify(Scram.Session session, String database, Document command) {
    Document sort = Reads.checkedSort(Commands.document(command, "sort"));
    Projection fields = Projection.parse(Commands.document(command, "fields"));
    boolean remove = IndexSpec.isTrue(command.get("remove"));
    boolean upsert = IndexSpec.isTrue(command.get("upsert"));
    boolean after = IndexSpec.isTrue(command.get("new"));
    if (remove == command.containsKey("update") || (remove && (upsert || after))) {
      throw Refusal.failedToParse("Either an update or remove=true must be specified, not both");
    }
    Update update =
        remove ? null : Update.parse(command.get("update"), command.get("arrayFilters"));
    DurableCollection collection = target(database, Commands.collectionName(command), upsert);
    Document query = Commands.document(command, "query");
    DurableCollection.Modified modified =
        collection == null
            ? new DurableCollection.Modified(null, null)
            : collection.modifyFirst(query, sort, update, upsert);
    return reply(modified, remove, after, fields);
  }

  private static Document reply(
      DurableCollection.Modified modified, boolean remove, boolean after, Projection fields) {
    Document was = modified.before();
    Document is = modified.after();
    Document last = new Document("n", was == null && is == null ? 0 : 1);
    if (!remove) {
      last.append("updatedExisting", was != null);
    }
    if (was == null && is != null) {
      last.append("upserted", is.get("_id"));
    }
    Document value = after ? is : was;
    return new Document("lastErrorObject", last)
        .append("value", value == null ? null : fields.apply(value))
        .append("ok", 1.0);
  }
}
