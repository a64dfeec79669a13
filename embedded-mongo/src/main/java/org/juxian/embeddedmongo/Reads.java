package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

  private @Nullable DurableCollection collection(String database, Document command) {
    return catalog.find(database, Commands.collectionName(command));
  }

  private Document find(Scram.Session session, String database, Document command) {
    Projection projection = Projection.parse(Commands.document(command, "projection"));
    Document filter = Commands.document(command, "filter");
    Document sort = checkedSort(Commands.document(command, "sort"));
    int limit = Commands.number(command, "limit");
    boolean single = limit < 0 || IndexSpec.isTrue(command.get("singleBatch"));
    DurableCollection collection = collection(database, command);
    if (collection == null) {
      Queries.parse(filter);
      return empty(database, command);
    }
    Search search = collection.search(filter, sort);
    return cursors.begin(
        collection.fullName(),
        items(search.hits(Commands.number(command, "skip"), Math.abs(limit)), projection::apply),
        command,
        single);
  }

  private static Iterator<Cursors.Item> items(
      Iterator<Scan.Hit> hits, UnaryOperator<Document> shown) {
    return Search.stream(hits)
        .map(hit -> new Cursors.Item(shown.apply(hit.document()), hit.size()))
        .iterator();
  }

  private static Document empty(String database, Document command) {
    return Cursors.reply(
        0, database + "." + Commands.collectionName(command), "firstBatch", List.of());
  }

  private Document count(Scram.Session session, String database, Document command) {
    DurableCollection collection = collection(database, command);
    Document query = Commands.document(command, "query");
    int skip = Commands.number(command, "skip");
    int limit = Math.abs(Commands.number(command, "limit"));
    return new Document("n", collection == null ? 0 : collection.count(query, skip, limit))
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
    DurableCollection collection = collection(database, command);
    if (collection == null) {
      return empty(database, command);
    }
    return cursors.begin(collection.fullName(), result(collection, pipeline), cursor, false);
  }

  private static Iterator<Cursors.Item> result(DurableCollection collection, Pipeline pipeline) {
    if (pipeline.counts() != null) {
      int count = collection.count(pipeline.match(), pipeline.skip(), pipeline.limit());
      List<Cursors.Item> one = List.of(new Cursors.Item(pipeline.counts().apply(count), 0));
      return count == 0 ? Collections.emptyIterator() : one.iterator();
    }
    Iterator<Scan.Hit> hits =
        collection
            .search(pipeline.match(), pipeline.sort())
            .hits(pipeline.skip(), pipeline.limit());
    if (pipeline.rest().isEmpty()) {
      return items(hits, UnaryOperator.identity());
    }
    return pipeline
        .finish(Search.stream(hits).map(Scan.Hit::document))
        .map(document -> new Cursors.Item(document, ASSUMED_SIZE))
        .iterator();
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
    DurableCollection collection = collection(database, explained);
    if (collection == null) {
      collection =
          new DurableCollection(
              database, Commands.collectionName(explained), 0, () -> Journal.NONE);
    }
    return Explain.explain(collection, explained, !"queryPlanner".equals(command.get("verbosity")));
  }

  static Document checkedSort(Document sort) {
    for (Map.Entry<String, Object> entry : sort.entrySet()) {
      if (entry.getKey().startsWith("$")) {
        throw Refusal.unsupported("a sort by " + entry.getKey());
      }
      if (!(entry.getValue() instanceof Number direction)
          || Math.abs(direction.doubleValue()) != 1) {
        throw Refusal.badValue(
            "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
      }
    }
    return sort;
  }
}
