package org.juxian.embeddedmongo.search;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.juxian.embeddedmongo.tables.IndexSpec;

/** Tells how a command would find its documents, in the shape of MongoDB's explain. */
public final class Explain {
  private Explain() {}

  /** What is planned, and what it took. */
  public static Document explain(Search search, int skip, int limit) {
    Document planner = new Document("winningPlan", winning(search));
    Document stats =
        new Document("nReturned", (int) search.hits(skip, limit).count())
            .append("totalDocsExamined", (int) search.scan().documentsExamined());
    return new Document("queryPlanner", planner).append("executionStats", stats).append("ok", 1.0);
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
            .append("direction", direction);
    return new Document("stage", "FETCH").append("inputStage", scan);
  }
}
