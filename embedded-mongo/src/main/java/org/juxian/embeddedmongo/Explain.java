package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;

/** Tells how a command would find its documents, in the shape of MongoDB's explain. */
final class Explain {
  private Explain() {}

  static Document explain(DurableCollection collection, Document command, boolean execute) {
    Document filter;
    Document sort = Commands.document(command, "sort");
    int skip = Commands.number(command, "skip");
    int limit = Math.abs(Commands.number(command, "limit"));
    switch (command.keySet().iterator().next()) {
      case "find" -> filter = Commands.document(command, "filter");
      case "aggregate" -> {
        Pipeline pipeline = Pipeline.parse(command.get("pipeline"));
        filter = pipeline.match();
        sort = pipeline.sort();
        skip = pipeline.skip();
        limit = pipeline.limit();
      }
      case "count", "distinct", "findAndModify" -> filter = Commands.document(command, "query");
      case "update" ->
          filter =
              Writes.statements(command, "updates").getFirst().get("q") instanceof Document q
                  ? q
                  : new Document();
      case "delete" ->
          filter =
              Writes.statements(command, "deletes").getFirst().get("q") instanceof Document q
                  ? q
                  : new Document();
      default -> throw Refusal.unsupported("explain of " + command.keySet().iterator().next());
    }
    DurableCollection.Search search = collection.search(filter, sort);
    Document reply =
        new Document(
            "queryPlanner",
            new Document("namespace", collection.getFullName())
                .append("parsedQuery", search.filter())
                .append("winningPlan", winning(search)));
    if (execute) {
      int returned = 0;
      for (Iterator<Scan.Hit> hits = DurableCollection.find(search, skip, limit);
          hits.hasNext();
          hits.next()) {
        returned++;
      }
      reply.append(
          "executionStats",
          new Document("executionSuccess", true)
              .append("nReturned", returned)
              .append("totalKeysExamined", (int) search.scan().keysExamined())
              .append("totalDocsExamined", (int) search.scan().documentsExamined()));
    }
    return reply.append("ok", 1.0);
  }

  private static Document winning(DurableCollection.Search search) {
    Plan plan = search.plan();
    String direction = plan.forward() ? "forward" : "backward";
    Document source;
    if (plan.index() == null) {
      source = new Document("stage", "COLLSCAN").append("direction", direction);
    } else {
      IndexSpec spec = plan.index().spec();
      Document scan =
          new Document("stage", "IXSCAN")
              .append("keyPattern", spec.keyPattern())
              .append("indexName", spec.name())
              .append("isUnique", spec.unique())
              .append("isSparse", spec.sparse())
              .append("isPartial", spec.filter() != null)
              .append("direction", direction)
              .append("intervals", plan.intervals().size());
      source = new Document("stage", "FETCH").append("inputStage", scan);
    }
    return plan.sorted() ? source : new Document("stage", "SORT").append("inputStage", source);
  }
}
