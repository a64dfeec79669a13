package org.juxian.embeddedmongo.search;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.juxian.embeddedmongo.tables.IndexSpec;

/** Tells how a command would find its documents, in the shape of MongoDB's explain. */
public final class Explain {
  private Explain() {}

  /** What was asked and is planned, and what it took if the search is to be made. */
  public static Document explain(
      String namespace, Document filter, Search search, int skip, int limit, boolean execute) {
    Document reply =
        new Document(
            "queryPlanner",
            new Document("namespace", namespace)
                .append("parsedQuery", filter)
                .append("winningPlan", winning(search)));
    if (execute) {
      reply.append(
          "executionStats",
          new Document("executionSuccess", true)
              .append("nReturned", (int) search.hits(skip, limit).count())
              .append("totalKeysExamined", (int) search.scan().keysExamined())
              .append("totalDocsExamined", (int) search.scan().documentsExamined()));
    }
    return reply.append("ok", 1.0);
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
