package org.juxian.embeddedmongo.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.juxian.embeddedmongo.language.Filter;
import org.juxian.embeddedmongo.language.Queries;
import org.juxian.embeddedmongo.tables.Catalog;
import org.juxian.embeddedmongo.tables.IndexSpec;
import org.juxian.embeddedmongo.tables.Table;
import org.juxian.embeddedmongo.values.Numbers;
import org.juxian.embeddedmongo.values.Refusal;

/** The commands about databases, collections and indexes as such. */
final class Administration {
  private final Catalog catalog;
  private final Cursors cursors;

  Administration(Catalog catalog, Cursors cursors) {
    this.catalog = catalog;
    this.cursors = cursors;
  }

  void register(Commands commands) {
    commands.write("create", this::create, "idIndex", "capped");
    commands.write("drop", this::drop);
    commands.write("dropDatabase", this::dropDatabase);
    commands.write("createIndexes", this::createIndexes, "indexes", "commitQuorum");
    commands.write("dropIndexes", this::dropIndexes, "index");
    commands.read(
        "listDatabases", this::listDatabases, "filter", "nameOnly", "authorizedDatabases");
    commands.read(
        "listCollections",
        this::listCollections,
        "filter",
        "nameOnly",
        "authorizedCollections",
        "cursor");
    commands.read("listIndexes", this::listIndexes, "cursor");
  }

  private Document create(Scram.Session session, String database, Document command) {
    if (Numbers.isTrue(command.get("capped"))) {
      throw Refusal.unsupported("capped collections");
    }
    catalog.create(database, Commands.collectionName(command));
    return Commands.ok();
  }

  private Document drop(Scram.Session session, String database, Document command) {
    Table table = catalog.find(database, Commands.collectionName(command));
    if (table == null) {
      throw new MongoServerError(26, "NamespaceNotFound", "ns not found");
    }
    catalog.drop(table);
    return new Document("nIndexesWas", table.specs().size())
        .append("ns", table.fullName())
        .append("ok", 1.0);
  }

  private Document dropDatabase(Scram.Session session, String database, Document command) {
    List.copyOf(catalog.tables(database)).forEach(catalog::drop);
    return new Document("dropped", database).append("ok", 1.0);
  }

  private Document createIndexes(Scram.Session session, String database, Document command) {
    List<IndexSpec> specs =
        Writes.statements(command, "indexes").stream().map(IndexSpec::parse).toList();
    boolean isNew = catalog.find(database, Commands.collectionName(command)) == null;
    Table table = catalog.findOrCreate(database, Commands.collectionName(command));
    int before = table.specs().size();
    specs.stream().filter(spec -> !spec.isId()).forEach(spec -> catalog.createIndex(table, spec));
    return new Document("numIndexesBefore", before)
        .append("numIndexesAfter", table.specs().size())
        .append("createdCollectionAutomatically", isNew)
        .append("ok", 1.0);
  }

  private Document dropIndexes(Scram.Session session, String database, Document command) {
    Table table = existing(database, command);
    int before = table.specs().size();
    List<?> wanted =
        command.get("index") instanceof List<?> list
            ? list
            : List.of(Objects.requireNonNull(command.get("index")));
    for (Object index : wanted) {
      List<IndexSpec> matching =
          table.specs().stream()
              .filter(
                  spec ->
                      index.equals("*")
                          ? !spec.isId()
                          : index.equals(spec.name()) || index.equals(spec.keyPattern()))
              .toList();
      if (matching.isEmpty() && !index.equals("*")) {
        throw new IndexNotFoundException("index not found with name [" + index + "]");
      }
      if (matching.stream().anyMatch(IndexSpec::isId)) {
        throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
      }
      matching.forEach(spec -> catalog.dropIndex(table, spec));
    }
    return new Document("nIndexesWas", before).append("ok", 1.0);
  }

  private Table existing(String database, Document command) {
    Table table = catalog.find(database, Commands.collectionName(command));
    if (table == null) {
      throw new MongoServerError(
          26,
          "NamespaceNotFound",
          "ns does not exist: " + database + "." + Commands.collectionName(command));
    }
    return table;
  }

  private Document listDatabases(Scram.Session session, String database, Document command) {
    if (!Numbers.isTrue(command.get("nameOnly"))) {
      throw Refusal.unsupported("listing the sizes of databases; ask for names only");
    }
    Filter filter = Queries.parse(Commands.document(command, "filter"));
    List<Document> databases =
        catalog.databases().stream()
            .map(name -> new Document("name", name))
            .filter(filter::matches)
            .toList();
    return new Document("databases", databases).append("ok", 1.0);
  }

  private Document listCollections(Scram.Session session, String database, Document command) {
    Filter filter = Queries.parse(Commands.document(command, "filter"));
    Stream<Document> collections =
        catalog.tables(database).stream()
            .map(
                table ->
                    new Document("name", table.name())
                        .append("type", "collection")
                        .append("options", new Document())
                        .append("info", new Document("readOnly", false))
                        .append("idIndex", IndexSpec.ID.description()))
            .filter(filter::matches);
    return listed(database + ".$cmd.listCollections", collections, command);
  }

  private Document listIndexes(Scram.Session session, String database, Document command) {
    Table table = existing(database, command);
    return listed(table.fullName(), table.specs().stream().map(IndexSpec::description), command);
  }

  private Document listed(String namespace, Stream<Document> documents, Document command) {
    List<Cursors.Item> items = new ArrayList<>();
    documents.forEach(document -> items.add(new Cursors.Item(document, 0)));
    return cursors.begin(namespace, items.iterator(), Commands.document(command, "cursor"), false);
  }
}
