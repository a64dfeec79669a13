package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An aggregation, taken apart into what an index can answer and what is done with the result:
 * matching and sorting by our rules, all other stages by the library.
 *
 * @param counts makes the one result document if the pipeline only counts
 */
record Pipeline(
    Document match,
    Document sort,
    int skip,
    int limit,
    List<Document> rest,
    @Nullable IntFunction<Document> counts) {

  private static final Set<String> STAGES =
      Set.of(
          "$match",
          "$skip",
          "$limit",
          "$sort",
          "$project",
          "$count",
          "$group",
          "$addFields",
          "$unwind",
          "$graphLookup",
          "$lookup",
          "$replaceRoot",
          "$sample",
          "$sortByCount",
          "$bucket",
          "$facet",
          "$unset",
          "$redact");

  static Pipeline parse(@Nullable Object given) {
    if (!(given instanceof List<?> list)) {
      throw new MongoServerError(
          14, "TypeMismatch", "'pipeline' option must be specified as an array");
    }
    Deque<Document> stages = new ArrayDeque<>();
    list.forEach(stage -> stages.add(checked(stage)));
    Document match = new Document();
    List<Document> matches = new ArrayList<>();
    while (starts(stages, "$match")) {
      matches.add(document(stages.remove()));
    }
    if (!matches.isEmpty()) {
      match = matches.size() == 1 ? matches.getFirst() : new Document("$and", matches);
    }
    Document sort =
        starts(stages, "$sort") ? Reads.checkedSort(document(stages.remove())) : new Document();
    int skip = starts(stages, "$skip") ? amount(stages.remove()) : 0;
    int limit = starts(stages, "$limit") ? amount(stages.remove()) : 0;
    List<Document> rest = List.copyOf(stages);
    return new Pipeline(match, sort, skip, limit, rest, sort.isEmpty() ? counting(rest) : null);
  }

  private static Document checked(@Nullable Object stage) {
    if (!(stage instanceof Document document) || document.size() != 1) {
      throw new MongoServerError(
          40323,
          "Location40323",
          "A pipeline stage specification object must contain exactly one field.");
    }
    Map.Entry<String, Object> entry = document.entrySet().iterator().next();
    return switch (entry.getKey()) {
      case "$set" -> new Document("$addFields", entry.getValue());
      case "$replaceWith" ->
          new Document("$replaceRoot", new Document("newRoot", entry.getValue()));
      case "$changeStream" ->
          throw new MongoServerError(
              40573, "Location40573", "The $changeStream stage is only supported on replica sets");
      case String stageName when !STAGES.contains(stageName) ->
          throw Refusal.unsupported("the pipeline stage " + stageName);
      default -> document;
    };
  }

  /** What does one stage of the library's to a stream of documents. */
  interface Library {
    Stream<Document> run(Document stage, Stream<Document> documents);
  }

  /** Takes the documents that were found through the remaining stages. */
  Stream<Document> finish(Stream<Document> documents, Library library) {
    Stream<Document> result = documents;
    for (Document stage : rest) {
      result =
          switch (stage.keySet().iterator().next()) {
            case "$match" -> result.filter(Queries.parse(document(stage))::matches);
            case "$sort" -> sorted(result, Reads.checkedSort(document(stage)));
            default -> library.run(stage, result);
          };
    }
    return result;
  }

  private static Stream<Document> sorted(Stream<Document> documents, Document sort) {
    AtomicLong place = new AtomicLong();
    return Search.stream(
        Sorting.sorted(
            documents.iterator(), UnaryOperator.identity(), _ -> place.getAndIncrement(), sort, 0));
  }

  private static @Nullable IntFunction<Document> counting(List<Document> rest) {
    if (rest.size() != 1) {
      return null;
    }
    Document stage = rest.getFirst();
    if (stage.get("$count") instanceof String name) {
      return count -> new Document(name, count);
    }
    if (stage.get("$group") instanceof Document group
        && group.size() == 2
        && group.containsKey("_id")
        && (group.get("_id") == null || group.get("_id") instanceof Number)) {
      Map.Entry<String, Object> sum =
          group.entrySet().stream()
              .filter(entry -> !entry.getKey().equals("_id"))
              .findFirst()
              .orElseThrow();
      if (new Document("$sum", 1).equals(sum.getValue())) {
        return count -> new Document("_id", group.get("_id")).append(sum.getKey(), count);
      }
    }
    return null;
  }

  private static boolean starts(Deque<Document> stages, String name) {
    return !stages.isEmpty() && stages.getFirst().containsKey(name);
  }

  private static Object operand(Document stage) {
    return stage.values().iterator().next();
  }

  private static Document document(Document stage) {
    if (operand(stage) instanceof Document document) {
      return document;
    }
    throw Refusal.failedToParse(stage.keySet().iterator().next() + " needs an object");
  }

  private static int amount(Document stage) {
    if (operand(stage) instanceof Number number && number.longValue() >= 0) {
      if (number.longValue() == 0 && stage.containsKey("$limit")) {
        throw new MongoServerError(15958, "Location15958", "the limit must be positive");
      }
      return (int) Math.min(number.longValue(), Integer.MAX_VALUE);
    }
    throw Refusal.failedToParse(
        "invalid argument to " + stage.keySet().iterator().next() + " stage");
  }
}
