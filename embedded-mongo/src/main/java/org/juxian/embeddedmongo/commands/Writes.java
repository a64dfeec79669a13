package org.juxian.embeddedmongo.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.language.Projection;
import org.juxian.embeddedmongo.language.Sorting;
import org.juxian.embeddedmongo.tables.Catalog;
import org.juxian.embeddedmongo.tables.Table;
import org.juxian.embeddedmongo.updates.Update;
import org.juxian.embeddedmongo.values.Numbers;
import org.juxian.embeddedmongo.values.Refusal;

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
        errors.add(Errors.describe(e, new Document("index", i)));
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

  private Document insert(Scram.Session session, String database, Document command) {
    Statements statements =
        new Statements(catalog.findOrCreate(database, Commands.collectionName(command)));
    return each(
        command,
        "documents",
        (document, _) -> {
          statements.insert(document);
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
              Statements.Updated updated = update(database, name, statement);
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

  private Statements.Updated update(String database, String name, Document statement) {
    Refusal.unknownFields("update.updates", statement, UPDATE);
    boolean multi = Numbers.isTrue(statement.get("multi"));
    boolean upsert = Numbers.isTrue(statement.get("upsert"));
    Document query = Commands.document(statement, "q");
    Update update = Update.parse(statement.get("u"), statement.get("arrayFilters"));
    if (multi && update.isReplacement()) {
      throw Refusal.failedToParse("multi update is not supported for replacement-style update");
    }
    Table table = target(database, name, upsert);
    return table == null
        ? Statements.Updated.NOTHING
        : new Statements(table).update(query, update, multi, upsert);
  }

  private @Nullable Table target(String database, String name, boolean upsert) {
    return upsert ? catalog.findOrCreate(database, name) : catalog.find(database, name);
  }

  private Document delete(Scram.Session session, String database, Document command) {
    Table table = catalog.find(database, Commands.collectionName(command));
    return each(
        command,
        "deletes",
        (statement, _) -> {
          Refusal.unknownFields("delete.deletes", statement, DELETE);
          Document query = Commands.document(statement, "q");
          return table == null
              ? 0
              : new Statements(table).delete(query, Commands.number(statement, "limit"));
        });
  }

  private Document findAndModify(Scram.Session session, String database, Document command) {
    Document sort = Sorting.checked(Commands.document(command, "sort"));
    Projection fields = Projection.parse(Commands.document(command, "fields"));
    boolean remove = Numbers.isTrue(command.get("remove"));
    boolean upsert = Numbers.isTrue(command.get("upsert"));
    boolean after = Numbers.isTrue(command.get("new"));
    if (remove == command.containsKey("update") || (remove && (upsert || after))) {
      throw Refusal.failedToParse("Either an update or remove=true must be specified, not both");
    }
    Update update =
        remove ? null : Update.parse(command.get("update"), command.get("arrayFilters"));
    Table table = target(database, Commands.collectionName(command), upsert);
    Document query = Commands.document(command, "query");
    Statements.Modified modified =
        table == null
            ? new Statements.Modified(null, null)
            : new Statements(table).modifyFirst(query, sort, update, upsert);
    return reply(modified, remove, after, fields);
  }

  private static Document reply(
      Statements.Modified modified, boolean remove, boolean after, Projection fields) {
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
