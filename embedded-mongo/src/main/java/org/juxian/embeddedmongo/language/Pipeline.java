package org.juxian.embeddedmongo.language;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An aggregation, taken apart into what an index can answer and what is done with the result.
 *
 * @param counts makes the one result document if the pipeline only counts
 */
public record Pipeline(
    Document match,
    Document sort,
    int skip,
    int limit,
    List<Stages.Stage> rest,
    @Nullable IntFunction<Document> counts) {

  /** Refuses what it does not know. */
  public static Pipeline parse(@Nullable Object given) {
    Deque<Document> stages = new ArrayDeque<>(stages(given));
    Document match = new Document();
    List<Document> matches = new ArrayList<>();
    while (starts(stages, "$match")) {
      matches.add(Stages.document(stages.remove()));
    }
    if (!matches.isEmpty()) {
      match = matches.size() == 1 ? matches.getFirst() : new Document("$and", matches);
    }
    Document sort =
        starts(stages, "$sort")
            ? Sorting.checked(Stages.document(stages.remove()))
            : new Document();
    int skip = starts(stages, "$skip") ? Stages.amount(stages.remove()) : 0;
    int limit = starts(stages, "$limit") ? Stages.amount(stages.remove()) : 0;
    List<Stages.Stage> rest = stages.stream().map(Stages::parse).toList();
    IntFunction<Document> counts = sort.isEmpty() ? counting(List.copyOf(stages)) : null;
    return new Pipeline(match, sort, skip, limit, rest, counts);
  }

  private static List<Document> stages(@Nullable Object given) {
    if (!(given instanceof List<?> list)) {
      throw new MongoServerError(
          14, "TypeMismatch", "'pipeline' option must be specified as an array");
    }
    List<Document> stages = new ArrayList<>();
    for (Object stage : list) {
      if (!(stage instanceof Document document) || document.size() != 1) {
        throw new MongoServerError(
            40323,
            "Location40323",
            "A pipeline stage specification object must contain exactly one field.");
      }
      stages.add(document);
    }
    return stages;
  }

  public Stream<Document> finish(Stream<Document> documents) {
    return Stages.through(rest, documents);
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
}
