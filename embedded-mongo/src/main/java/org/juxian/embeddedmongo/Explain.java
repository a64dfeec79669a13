package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** Tells how a command would find its documents, in the shape of MongoDB's explain. */
final class Explain {
  private Explain() {}

  /** What a command looks for. */
  private record Asked(Document filter, Document sort, int skip, int limit) {
    static Asked by(Document command, Document filter) {
      int limit = Math.abs(Commands.number(command, "limit"));
      Document sort = Commands.document(command, "sort");
      return new Asked(filter, sort, Commands.number(command, "skip"), limit);
    }
  }

  static Document explain(DurableCollection collection, Document command, boolean execute) {
    Asked asked = asked(command);
    Search search = collection.search(asked.filter(), asked.sort());
    Document reply =
        new Document(
            "queryPlanner",
            new Document("namespace", collection.fullName())
                .append("parsedQuery", asked.filter())
                .append("winningPlan", winning(search)));
    if (execute) {
      long returned = Search.stream(search.hits(asked.skip(), asked.limit())).count();
      reply.append(
          "executionStats",
          new Document("executionSuccess", true)
              .append("nReturned", (int) returned)
              .append("totalKeysExamined", (int) search.scan().keysExamined())
              .append("totalDocsExamined", (int) search.scan().documentsExamined()));
    }
    return reply.append("ok", 1.0);
  }

  private static Asked asked(Document command) {
    String name = command.keySet().iterator().next();
    return switch (name) {
      case "find" -> Asked.by(command, Commands.document(command, "filter"));
      case "aggregate" -> {
        Pipeline pipeline = Pipeline.parse(command.get("pipeline"));
        yield new Asked(pipeline.match(), pipeline.sort(), pipeline.skip(), pipeline.limit());
      }
      default -> throw Refusal.unsupported("explain of " + name);
    };
  }

  private static Document winning(Search search) {
    List<Document> sources = search.plans().stream().map(Explain::source).toList();
    Document all =
        sources.size() == 1
            ? sources.getFirst()
            : new Document("stage", "OR").append("inputStages", sources);
    return search.isSorted() ? all : new Document("stage", "SORT").append("inputStage", all);
  }

  private static Document source(Plan plan) {
    String direction = plan.forward() ? "forward" : "backward";
    if (plan.index() == null) {
      return new Document("stage", "COLLSCAN").append("direction", direction);
    }
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
    return new Document("stage", "FETCH").append("inputStage", scan);
  }
}
