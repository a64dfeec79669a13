package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The commands that look and do not touch. */
final class Reads {
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
        "hint",
        "skip",
        "limit",
        "batchSize",
        "singleBatch",
        "noCursorTimeout",
        "allowDiskUse",
        "allowPartialResults");
    commands.read("count", this::count, "query", "skip", "limit", "hint");
    commands.read("distinct", this::distinct, "key", "query", "hint");
    commands.read("aggregate", this::aggregate, "pipeline", "cursor", "allowDiskUse", "hint");
    commands.read("getMore", this::getMore, "collection", "batchSize");
    commands.read("killCursors", this::killCursors, "cursors");
    commands.read("explain", this::explain, "verbosity");
  }

  private @Nullable DurableCollection collection(String database, Document command) {
    return catalog.find(database, Commands.collectionName(command));
  }

  private Document find(Scram.Session session, String database, Document command) {
    Document projection = checkedProjection(Commands.document(command, "projection"));
    Document filter = Commands.document(command, "filter");
    Document sort = checkedSort(Commands.document(command, "sort"));
    int limit = Commands.number(command, "limit");
    boolean single = limit < 0 || IndexSpec.isTrue(command.get("singleBatch"));
    DurableCollection collection = collection(database, command);
    if (collection == null) {
      Filters.normalise(filter);
      return empty(database, command);
    }
    Iterator<Cursors.Item> items =
        items(collection.find(filter, sort, Commands.number(command, "skip"), Math.abs(limit)));
    return cursors.begin(
        collection.getFullName(),
        items,
        batch -> collection.project(batch, projection),
        command,
        single);
  }

  private static Iterator<Cursors.Item> items(Iterator<Scan.Hit> hits) {
    return stream(hits).map(hit -> new Cursors.Item(hit.document(), hit.size())).iterator();
  }

  private static Stream<Scan.Hit> stream(Iterator<Scan.Hit> hits) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(hits, 0), false);
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

  private Document distinct(Scram.Session session, String database, Document command) {
    DurableCollection collection = collection(database, command);
    return collection == null
        ? new Document("values", List.of()).append("ok", 1.0)
        : collection.handleDistinct(command);
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
    Iterator<Cursors.Item> items;
    if (pipeline.counts() != null) {
      int count = collection.count(pipeline.match(), pipeline.skip(), pipeline.limit());
      List<Cursors.Item> one = List.of(new Cursors.Item(pipeline.counts().apply(count), 0));
      items = count == 0 ? Collections.emptyIterator() : one.iterator();
    } else {
      Iterator<Scan.Hit> hits =
          collection.find(pipeline.match(), pipeline.sort(), pipeline.skip(), pipeline.limit());
      items =
          pipeline.rest().isEmpty()
              ? items(hits)
              : run(collection, database, pipeline.rest(), hits);
    }
    return cursors.begin(collection.getFullName(), items, UnaryOperator.identity(), cursor, false);
  }

  private Iterator<Cursors.Item> run(
      DurableCollection collection,
      String database,
      List<Document> stages,
      Iterator<Scan.Hit> hits) {
    Aggregation aggregation =
        Aggregation.fromPipeline(
            stages, catalog::database, catalog.database(database), collection, NoopOplog.get());
    return aggregation
        .runStagesAsStream(stream(hits).map(Scan.Hit::document))
        .map(document -> new Cursors.Item(document, 256))
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
              new DurableDatabase(database),
              Commands.collectionName(explained),
              0,
              () -> Journal.NONE);
    }
    return Explain.explain(collection, explained, !"queryPlanner".equals(command.get("verbosity")));
  }

  static Document checkedSort(Document sort) {
    for (Map.Entry<String, Object> entry : sort.entrySet()) {
      if (!(entry.getValue() instanceof Number direction)
          || Math.abs(direction.doubleValue()) != 1) {
        throw Refusal.badValue(
            "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
      }
    }
    return sort;
  }

  /** Lets pass what the library projects as MongoDB does. */
  static Document checkedProjection(Document projection) {
    for (Map.Entry<String, Object> entry : projection.entrySet()) {
      Object value = entry.getValue();
      boolean elemMatch =
          value instanceof Document operator
              && List.copyOf(operator.keySet()).equals(List.of("$elemMatch"));
      if (!(value instanceof Number || value instanceof Boolean || elemMatch)
          || entry.getKey().contains("$")) {
        throw new MongoServerError(
            115,
            "CommandNotSupported",
            "This server does not support the projection " + entry.getKey() + ": " + value);
      }
    }
    return projection;
  }
}
