package org.juxian.embeddedmongo.language;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.values.Refusal;

/** The stages of aggregations. */
final class Stages {
  private Stages() {}

  /** What a stage makes of a stream of documents; it changes none of them. */
  interface Stage extends UnaryOperator<Stream<Document>> {}

  static Stage parse(Document stage) {
    String name = stage.keySet().iterator().next();
    return switch (name) {
      case "$match" -> {
        Filter filter = Queries.parse(document(stage));
        yield documents -> documents.filter(filter::matches);
      }
      case "$sort" -> {
        Document sort = Sorting.checked(document(stage));
        yield documents -> sorted(documents, sort);
      }
      case "$skip" -> {
        int skipped = amount(stage);
        yield documents -> documents.skip(skipped);
      }
      case "$limit" -> {
        int limit = amount(stage);
        yield documents -> documents.limit(limit);
      }
      case "$count" -> count(stage.get(name));
      case "$project" -> {
        Projection shown = Projection.parse(nonEmpty(stage));
        yield documents -> documents.map(shown::apply);
      }
      case "$group" -> Group.parse(document(stage))::apply;
      case "$changeStream" ->
          throw new MongoServerError(
              40573, "Location40573", "The $changeStream stage is only supported on replica sets");
      default -> throw Refusal.unsupported("the pipeline stage " + name);
    };
  }

  static Stream<Document> through(List<Stage> stages, Stream<Document> documents) {
    Stream<Document> result = documents;
    for (Stage stage : stages) {
      result = stage.apply(result);
    }
    return result;
  }

  static Document document(Document stage) {
    if (stage.values().iterator().next() instanceof Document document) {
      return document;
    }
    throw Refusal.failedToParse(stage.keySet().iterator().next() + " needs an object");
  }

  private static Document nonEmpty(Document stage) {
    Document document = document(stage);
    if (document.isEmpty()) {
      throw Refusal.failedToParse(stage + " needs at least one field");
    }
    return document;
  }

  static int amount(Document stage) {
    if (stage.values().iterator().next() instanceof Number number && number.longValue() >= 0) {
      if (number.longValue() == 0 && stage.containsKey("$limit")) {
        throw new MongoServerError(15958, "Location15958", "the limit must be positive");
      }
      return (int) Math.min(number.longValue(), Integer.MAX_VALUE);
    }
    throw Refusal.failedToParse(
        "invalid argument to " + stage.keySet().iterator().next() + " stage");
  }

  private static Stream<Document> sorted(Stream<Document> documents, Document sort) {
    AtomicLong place = new AtomicLong();
    return Sorting.sorted(
        documents, UnaryOperator.identity(), _ -> place.getAndIncrement(), sort, 0);
  }

  private static Stage count(@Nullable Object operand) {
    if (!(operand instanceof String name) || !name.matches("[^.$]+")) {
      throw Refusal.failedToParse("the count field must be a name, not " + operand);
    }
    return documents -> {
      long count = documents.count();
      Number shown = count == (int) count ? (Number) (int) count : (Number) count;
      return count == 0 ? Stream.empty() : Stream.of(new Document(name, shown));
    };
  }
}
