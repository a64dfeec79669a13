package org.juxian.embeddedmongo.commands;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.files.Journal;
import org.juxian.embeddedmongo.language.Pipeline;
import org.juxian.embeddedmongo.language.Projection;
import org.juxian.embeddedmongo.language.Queries;
import org.juxian.embeddedmongo.language.Sorting;
import org.juxian.embeddedmongo.search.Explain;
import org.juxian.embeddedmongo.search.Scan;
import org.juxian.embeddedmongo.search.Search;
import org.juxian.embeddedmongo.tables.Catalog;
import org.juxian.embeddedmongo.tables.Table;
import org.juxian.embeddedmongo.values.Numbers;
import org.juxian.embeddedmongo.values.Refusal;

/** The commands that look and do not touch. */
final class Reads {
  /** Bytes; of what a pipeline made nobody measured the documents. */
  private static final int ASSUMED_SIZE = 256;

  private final Catalog catalog;
  private final Cursors cursors;

  Reads(Catalog catalog, Cursors cursors) {
    this.catalog = catalog;
    this.cursors = cursors;
  }

  void register(Commands commands) {
    commands.read(
        "find",
        this::find,
        "filter",
        "sort",
        "projection",
        "skip",
        "limit",
        "batchSize",
        "singleBatch",
        "noCursorTimeout",
        "allowDiskUse",
        "allowPartialResults");
    commands.read("count", this::count, "query", "skip", "limit");
    commands.read("aggregate", this::aggregate, "pipeline", "cursor", "allowDiskUse");
    commands.read("getMore", this::getMore, "collection", "batchSize");
    commands.read("killCursors", this::killCursors, "cursors");
    commands.read("explain", this::explain, "verbosity");
  }

  private @Nullable Table table(String database, Document command) {
    return catalog.find(database, Commands.collectionName(command));
  }

  private Document find(Scram.Session session, String database, Document command) {
    Projection projection = Projection.parse(Commands.document(command, "projection"));
    Document filter = Commands.document(command, "filter");
    Document sort = Sorting.checked(Commands.document(command, "sort"));
    int limit = Commands.number(command, "limit");
    boolean single = limit < 0 || Numbers.isTrue(command.get("singleBatch"));
    Table table = table(database, command);
    if (table == null) {
      Queries.parse(filter);
      return empty(database, command);
    }
    Search search = new Statements(table).search(filter, sort);
    return cursors.begin(
        table.fullName(),
        items(search.hits(Commands.number(command, "skip"), Math.abs(limit)), projection::apply)
            .iterator(),
        command,
        single);
  }

  private static Stream<Cursors.Item> items(Stream<Scan.Hit> hits, UnaryOperator<Document> shown) {
    return hits.map(hit -> new Cursors.Item(shown.apply(hit.document()), hit.size()));
  }

  private static Document empty(String database, Document command) {
    return Cursors.reply(
        0, database + "." + Commands.collectionName(command), "firstBatch", List.of());
  }

  private Document count(Scram.Session session, String database, Document command) {
    Table table = table(database, command);
    Document query = Commands.document(command, "query");
    int skip = Commands.number(command, "skip");
    int limit = Math.abs(Commands.number(command, "limit"));
    return new Document("n", table == null ? 0 : new Statements(table).count(query, skip, limit))
        .append("ok", 1.0);
  }

  private Document aggregate(Scram.Session session, String database, Document command) {
    if (!(command.values().iterator().next() instanceof String)) {
      throw Refusal.unsupported("an aggregation without a collection");
    }
    if (!(command.get("cursor") instanceof Document cursor)) {
      throw Refusal.failedToParse(
          "The 'cursor' option is required, except for aggregate with the explain argument");
    }
    Pipeline pipeline = Pipeline.parse(command.get("pipeline"));
    Table table = table(database, command);
    if (table == null) {
      return empty(database, command);
    }
    return cursors.begin(
        table.fullName(), result(new Statements(table), pipeline).iterator(), cursor, false);
  }

  private static Stream<Cursors.Item> result(Statements statements, Pipeline pipeline) {
    if (pipeline.counts() != null) {
      int count = statements.count(pipeline.match(), pipeline.skip(), pipeline.limit());
      return Stream.of(new Cursors.Item(pipeline.counts().apply(count), 0)).limit(count);
    }
    Stream<Scan.Hit> hits =
        statements
            .search(pipeline.match(), pipeline.sort())
            .hits(pipeline.skip(), pipeline.limit());
    return pipeline.rest().isEmpty()
        ? items(hits, UnaryOperator.identity())
        : pipeline
            .finish(hits.map(Scan.Hit::document))
            .map(document -> new Cursors.Item(document, ASSUMED_SIZE));
  }

  private Document getMore(Scram.Session session, String database, Document command) {
    return cursors.more(((Number) command.values().iterator().next()).longValue(), command);
  }

  private Document killCursors(Scram.Session session, String database, Document command) {
    List<Object> killed = new ArrayList<>();
    if (command.get("cursors") instanceof List<?> ids) {
      ids.stream().filter(id -> cursors.close(((Number) id).longValue())).forEach(killed::add);
    }
    return new Document("cursorsKilled", killed).append("ok", 1.0);
  }

  private Document explain(Scram.Session session, String database, Document command) {
    if (!(command.get("explain") instanceof Document explained)) {
      throw Refusal.failedToParse("explain needs a command");
    }
    String name = explained.keySet().iterator().next();
    Table found = table(database, explained);
    Table table =
        found != null
            ? found
            : new Table(database, Commands.collectionName(explained), 0, () -> Journal.NONE);
    return switch (name) {
      case "find" ->
          explain(
              table,
              Commands.document(explained, "filter"),
              Commands.document(explained, "sort"),
              Commands.number(explained, "skip"),
              Math.abs(Commands.number(explained, "limit")));
      case "aggregate" -> {
        Pipeline asked = Pipeline.parse(explained.get("pipeline"));
        yield explain(table, asked.match(), asked.sort(), asked.skip(), asked.limit());
      }
      default -> throw Refusal.unsupported("explain of " + name);
    };
  }

  private static Document explain(
      Table table, Document filter, Document sort, int skip, int limit) {
    return Explain.explain(new Statements(table).search(filter, sort), skip, limit);
  }
}
