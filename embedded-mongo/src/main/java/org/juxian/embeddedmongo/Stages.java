package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stages of aggregations. */
final class Stages {
  private Stages() {}

  /** What a stage makes of a stream of documents; it changes none of them. */
  interface Stage extends UnaryOperator<Stream<Document>> {}

  static Stage parse(Document stage, Function<String, @Nullable DurableCollection> collections) {
    String name = stage.keySet().iterator().next();
    return switch (name) {
      case "$match" -> {
        Filter filter = Queries.parse(document(stage));
        yield documents -> documents.filter(filter::matches);
      }
      case "$sort" -> {
        Document sort = Reads.checkedSort(document(stage));
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
      case "$project" -> each(Projection.parse(nonEmpty(stage))::apply);
      case "$addFields", "$set" -> each(Projection.adding(nonEmpty(stage))::apply);
      case "$unset" -> each(unset(stage.get(name))::apply);
      case "$replaceRoot" -> {
        Document options = document(stage);
        Refusal.unknownFields(name, options, Set.of("newRoot"));
        yield each(root(options.get("newRoot")));
      }
      case "$replaceWith" -> each(root(stage.get(name)));
      case "$group" -> Group.parse(document(stage))::apply;
      case "$unwind" -> unwind(stage.get(name));
      case "$lookup" -> lookup(document(stage), collections);
      case "$facet" -> facet(document(stage), collections);
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

  private static Stage each(UnaryOperator<Document> step) {
    return documents -> documents.map(step);
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
    return Search.stream(
        Sorting.sorted(
            documents.iterator(), UnaryOperator.identity(), _ -> place.getAndIncrement(), sort, 0));
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

  private static Projection unset(@Nullable Object operand) {
    List<?> fields = operand instanceof List<?> list ? list : Collections.singletonList(operand);
    Document excluded = new Document();
    for (Object field : fields) {
      if (!(field instanceof String name) || name.isEmpty()) {
        throw Refusal.failedToParse("$unset needs names, not " + operand);
      }
      excluded.append(name, false);
    }
    return Projection.parse(excluded);
  }

  private static UnaryOperator<Document> root(@Nullable Object operand) {
    Expression root = Expression.parse(operand);
    return document -> {
      if (root.of(document) instanceof Document made) {
        return made;
      }
      throw new MongoServerError(40228, "Location40228", "the new root must be an object");
    };
  }

  private static Stage unwind(@Nullable Object operand) {
    Document options = operand instanceof Document given ? given : new Document("path", operand);
    Refusal.unknownFields("$unwind", options, Set.of("path", "preserveNullAndEmptyArrays"));
    boolean preserve = IndexSpec.isTrue(options.get("preserveNullAndEmptyArrays"));
    List<String> path = path("$unwind", options.get("path"), "\\$[^$].*");
    return documents -> documents.flatMap(document -> unwound(document, path, preserve));
  }

  private static Stream<Document> unwound(Document document, List<String> path, boolean preserve) {
    Object value = Places.inDocuments(document, path);
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list.stream().map(element -> with(document, path, element));
    } else if (value instanceof List<?>) {
      return preserve ? Stream.of(with(document, path, Missing.getInstance())) : Stream.empty();
    }
    return Missing.isNullOrMissing(value) && !preserve ? Stream.empty() : Stream.of(document);
  }

  private static Document with(Document document, List<String> path, @Nullable Object value) {
    Document copy = document.cloneDeeply();
    Projection.put(copy, path, value);
    return copy;
  }

  private static List<String> path(String stage, @Nullable Object given, String form) {
    if (given instanceof String text && text.matches(form)) {
      return IndexSpec.path(text.startsWith("$") ? text.substring(1) : text);
    }
    throw Refusal.failedToParse(stage + " needs a path, not " + given);
  }

  private static Stage lookup(
      Document options, Function<String, @Nullable DurableCollection> collections) {
    Refusal.unknownFields("$lookup", options, Set.of("from", "localField", "foreignField", "as"));
    String from = String.join(".", path("$lookup", options.get("from"), "[^$].*"));
    List<String> local = path("$lookup", options.get("localField"), "[^$].*");
    String foreign = String.join(".", path("$lookup", options.get("foreignField"), "[^$].*"));
    List<String> as = path("$lookup", options.get("as"), "[^$].*");
    return documents ->
        documents.map(
            document -> {
              DurableCollection other = collections.apply(from);
              Condition equal =
                  Condition.on(foreign, Condition.OneOf.values(wanted(document, local)));
              List<Document> found =
                  other == null ? List.of() : other.find(new Filter(List.of(equal)));
              return with(document, as, found);
            });
  }

  /** What a document has to be equal to: one of these; what is missing is null. */
  private static List<? extends @Nullable Object> wanted(Document document, List<String> path) {
    Object value = Places.inDocuments(document, path);
    List<? extends @Nullable Object> values =
        value instanceof List<?> list ? list : Collections.singletonList(value);
    if (values.isEmpty() || values.stream().anyMatch(Stages::isHardToLookUp)) {
      throw Refusal.unsupported("a $lookup by an empty array, or of a pattern or an array in one");
    }
    return values;
  }

  private static boolean isHardToLookUp(@Nullable Object value) {
    return value instanceof List<?> || value instanceof BsonRegularExpression;
  }

  private static Stage facet(
      Document options, Function<String, @Nullable DurableCollection> collections) {
    Map<String, List<Stage>> facets = new LinkedHashMap<>();
    options.forEach(
        (name, given) ->
            facets.put(
                name,
                Pipeline.stages(given).stream().map(stage -> parse(stage, collections)).toList()));
    return documents -> {
      List<Document> all = documents.toList();
      Document result = new Document();
      facets.forEach((name, stages) -> result.append(name, through(stages, all.stream()).toList()));
      return Stream.of(result);
    };
  }
}
