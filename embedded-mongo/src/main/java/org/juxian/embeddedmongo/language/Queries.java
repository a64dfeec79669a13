package org.juxian.embeddedmongo.language;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.values.Numbers;
import org.juxian.embeddedmongo.values.Refusal;

/** Reads the query language, and refuses what it does not know. */
public final class Queries {
  private Queries() {}

  public static Filter parse(Document query) {
    List<Filter.Part> parts = new ArrayList<>();
    query.forEach((field, value) -> add(field, value, parts));
    return new Filter(List.copyOf(parts));
  }

  public static boolean isOperators(@Nullable Object value) {
    return value instanceof Document document
        && !document.isEmpty()
        && document.keySet().iterator().next().startsWith("$")
        && !document.containsKey("$ref")
        && !document.containsKey("$id");
  }

  private static void add(String field, @Nullable Object value, List<Filter.Part> parts) {
    switch (field) {
      case "$and" ->
          queries(field, value).forEach(query -> query.forEach((f, v) -> add(f, v, parts)));
      case "$or" -> parts.add(anyOf(field, value));
      case "$nor" -> parts.add(not(List.of(anyOf(field, value))));
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
    if (value instanceof List<?> list
        && !list.isEmpty()
        && list.stream().allMatch(Document.class::isInstance)) {
      return list.stream().map(Document.class::cast).toList();
    }
    throw Refusal.badValue(operator + " must be a nonempty array of objects");
  }

  private static Filter.AnyOf anyOf(String operator, @Nullable Object value) {
    return new Filter.AnyOf(queries(operator, value).stream().map(Queries::parse).toList());
  }

  private static Filter.Not not(List<Filter.Part> parts) {
    return new Filter.Not(new Filter(parts));
  }

  private static void addConditions(String field, @Nullable Object value, List<Filter.Part> parts) {
    if (value instanceof BsonRegularExpression pattern) {
      parts.add(Condition.on(field, matches(pattern, null)));
    } else if (value instanceof Document operators && isOperators(value)) {
      operators.forEach(
          (operator, operand) -> addOperator(field, operator, operand, operators, parts));
    } else {
      parts.add(equal(field, value));
    }
  }

  private static void addOperator(
      String field,
      String operator,
      @Nullable Object operand,
      Document siblings,
      List<Filter.Part> parts) {
    switch (operator) {
      case "$eq" -> parts.add(equal(field, operand));
      case "$ne" -> parts.add(not(List.of(equal(field, operand))));
      case "$in" -> parts.add(oneOf(field, operand));
      case "$nin" -> parts.add(not(List.of(oneOf(field, operand))));
      case "$gt" -> parts.add(Condition.on(field, Condition.Range.of(true, false, operand)));
      case "$gte" -> parts.add(Condition.on(field, Condition.Range.of(true, true, operand)));
      case "$lt" -> parts.add(Condition.on(field, Condition.Range.of(false, false, operand)));
      case "$lte" -> parts.add(Condition.on(field, Condition.Range.of(false, true, operand)));
      case "$exists" -> {
        Condition exists = Condition.on(field, new Condition.Exists());
        parts.add(Numbers.isTrue(operand) ? exists : not(List.of(exists)));
      }
      case "$regex" -> parts.add(Condition.on(field, matches(operand, siblings.get("$options"))));
      case "$options" -> {}
      case "$elemMatch" -> parts.add(Condition.on(field, element(operand)));
      case "$not" -> parts.add(not(negated(field, operand)));
      default ->
          throw Refusal.badValue("unknown operator, or one that is not supported: " + operator);
    }
  }

  private static Condition equal(String field, @Nullable Object operand) {
    List<@Nullable Object> one = new ArrayList<>();
    one.add(operand);
    return Condition.on(field, Condition.OneOf.values(one));
  }

  private static Condition oneOf(String field, @Nullable Object operand) {
    List<@Nullable Object> values = new ArrayList<>();
    List<Condition.Matches> patterns = new ArrayList<>();
    for (Object each : list("$in", operand)) {
      if (isOperators(each)) {
        throw Refusal.badValue("cannot nest $ under $in");
      } else if (each instanceof BsonRegularExpression pattern) {
        patterns.add(matches(pattern, null));
      } else {
        values.add(each);
      }
    }
    Condition.OneOf plain = Condition.OneOf.values(values);
    return Condition.on(field, new Condition.OneOf(values, plain.keys(), patterns));
  }

  private static Condition.Matches matches(@Nullable Object given, @Nullable Object options) {
    String pattern =
        switch (given) {
          case BsonRegularExpression regex -> regex.getPattern();
          case String text -> text;
          case null, default -> throw Refusal.badValue("$regex has to be a string");
        };
    String own = given instanceof BsonRegularExpression regex ? regex.getOptions() : "";
    String flags = options != null ? options.toString() : own == null ? "" : own;
    try {
      BsonRegularExpression regex = new BsonRegularExpression(pattern, flags);
      boolean _ = regex.matcher("").find();
      return new Condition.Matches(regex);
    } catch (IllegalArgumentException e) {
      throw Refusal.badValue("invalid regex: " + e.getMessage());
    }
  }

  private static Condition.HasElement element(@Nullable Object operand) {
    if (!(operand instanceof Document query)) {
      throw Refusal.badValue("$elemMatch needs an Object");
    }
    boolean itself =
        isOperators(query) && !query.keySet().iterator().next().matches("\\$(and|or|nor)");
    Filter filter = parse(itself ? new Document("element", query) : query);
    return new Condition.HasElement(filter, itself);
  }

  private static List<Filter.Part> negated(String field, @Nullable Object operand) {
    if (!(operand instanceof BsonRegularExpression) && !isOperators(operand)) {
      throw Refusal.badValue("$not needs a regex or a document");
    }
    List<Filter.Part> parts = new ArrayList<>();
    addConditions(field, operand, parts);
    return parts;
  }

  private static List<?> list(String operator, @Nullable Object operand) {
    if (operand instanceof List<?> list) {
      return list;
    }
    throw Refusal.badValue(operator + " needs an array");
  }
}
