package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a query into the form in which the library's matcher answers it as MongoDB does, and
 * refuses what it would answer wrongly.
 */
final class Filters {
  private static final Set<String> OPERATORS =
      Set.of(
          "$in",
          "$nin",
          "$not",
          "$ne",
          "$eq",
          "$exists",
          "$gte",
          "$gt",
          "$lte",
          "$lt",
          "$mod",
          "$size",
          "$all",
          "$elemMatch",
          "$type",
          "$regex",
          "$options");

  private Filters() {}

  static boolean isOperators(@Nullable Object value) {
    return value instanceof Document document
        && !document.isEmpty()
        && document.keySet().iterator().next().startsWith("$")
        && !document.containsKey("$ref")
        && !document.containsKey("$id");
  }

  static boolean matches(Document document, Document filter) {
    return new DefaultQueryMatcher().matches(document, filter);
  }

  /**
   * An equivalent query in which every condition on a field is one operator, joined by {@code $and}
   * where need be.
   */
  static Document normalise(Document query) {
    List<Document> parts = new ArrayList<>();
    query.forEach((field, value) -> addParts(field, value, parts));
    Document flat = new Document();
    List<Document> clashing = new ArrayList<>();
    for (Document part : parts) {
      String field = part.keySet().iterator().next();
      if (flat.containsKey(field)) {
        clashing.add(part);
      } else {
        flat.putAll(part);
      }
    }
    if (!clashing.isEmpty()) {
      flat.put("$and", clashing);
    }
    return flat;
  }

  private static void addParts(String field, @Nullable Object value, List<Document> parts) {
    switch (field) {
      case "$and" ->
          queries(field, value).forEach(part -> part.forEach((f, v) -> addParts(f, v, parts)));
      case "$or", "$nor" ->
          parts.add(
              new Document(field, queries(field, value).stream().map(Filters::normalise).toList()));
      case "$expr" -> parts.add(new Document(field, value));
      case "$comment" -> {}
      default -> {
        if (field.startsWith("$")) {
          throw Refusal.badValue("unknown top level operator: " + field);
        }
        addConditions(field, value, parts);
      }
    }
  }

  private static List<Document> queries(String operator, @Nullable Object value) {
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      throw Refusal.badValue(operator + " must be a nonempty array");
    }
    List<Document> queries = new ArrayList<>();
    for (Object element : list) {
      if (!(element instanceof Document query)) {
        throw Refusal.badValue(operator + " elements must be objects");
      }
      queries.add(query);
    }
    return queries;
  }

  private static void addConditions(String field, @Nullable Object value, List<Document> parts) {
    if (!(value instanceof Document operators) || !isOperators(value)) {
      parts.add(new Document(field, value));
      return;
    }
    for (Map.Entry<String, Object> entry : operators.entrySet()) {
      String operator = entry.getKey();
      Object operand = entry.getValue();
      if (!OPERATORS.contains(operator)) {
        throw Refusal.badValue("unknown operator: " + operator);
      }
      switch (operator) {
        case "$options" -> {}
        case "$regex" -> parts.add(new Document(field, regex(operand, operators.get("$options"))));
        case "$eq" ->
            parts.add(
                new Document(
                    field,
                    operand instanceof Document || isRegex(operand) ? single(entry) : operand));
        case "$all" -> addAll(field, operand, parts);
        case "$gte", "$lte" ->
            parts.add(new Document(field, operand == null ? null : single(entry)));
        case "$not" -> parts.add(new Document(field, new Document("$not", negated(operand))));
        case "$in", "$nin" -> {
          if (!(operand instanceof List<?>)) {
            throw Refusal.badValue(operator + " needs an array");
          }
          parts.add(new Document(field, single(entry)));
        }
        default -> parts.add(new Document(field, single(entry)));
      }
    }
  }

  private static Document single(Map.Entry<String, Object> entry) {
    return new Document(entry.getKey(), entry.getValue());
  }

  private static void addAll(String field, @Nullable Object operand, List<Document> parts) {
    if (!(operand instanceof List<?> wanted)) {
      throw Refusal.badValue("$all needs an array");
    }
    if (wanted.isEmpty()) {
      parts.add(new Document("$nor", List.of(new Document())));
    }
    wanted.forEach(element -> addConditions(field, element, parts));
  }

  private static Object negated(@Nullable Object operand) {
    if (isRegex(operand)) {
      return BsonRegularExpression.convertToRegularExpression(operand);
    }
    if (!(operand instanceof Document operators) || !isOperators(operand)) {
      throw Refusal.badValue("$not needs a regex or a document");
    }
    for (String operator : operators.keySet()) {
      if (!OPERATORS.contains(operator)) {
        throw Refusal.badValue("unknown operator: " + operator);
      }
    }
    return operand;
  }

  private static boolean isRegex(@Nullable Object operand) {
    return BsonRegularExpression.isRegularExpression(operand);
  }

  private static BsonRegularExpression regex(@Nullable Object pattern, @Nullable Object options) {
    String flags = options == null ? "" : options.toString();
    return switch (pattern) {
      case BsonRegularExpression regex when options == null -> regex;
      case BsonRegularExpression regex -> new BsonRegularExpression(regex.getPattern(), flags);
      case String text -> new BsonRegularExpression(text, flags);
      case null, default -> throw new MongoServerError(2, "BadValue", "$regex has to be a string");
    };
  }
}
