package org.juxian.embeddedmongo.language;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.values.KeyCodec;
import org.juxian.embeddedmongo.values.Numbers;
import org.juxian.embeddedmongo.values.Paths;
import org.juxian.embeddedmongo.values.Refusal;

/** A value that is worked out from a document. */
interface Expression {
  /** The value, or {@link Missing}. */
  @Nullable Object of(Document document);

  static Expression parse(@Nullable Object given) {
    return switch (given) {
      case String text when text.startsWith("$$") -> throw Refusal.unsupported("variable " + text);
      case String text when text.startsWith("$") -> field(text.substring(1));
      case Document operation when Queries.isOperators(operation) -> operation(operation);
      case Document fields -> fields(fields);
      case List<?> _ -> throw Refusal.unsupported("an array of expressions; use $literal");
      case null, default -> _ -> given;
    };
  }

  private static Expression field(String name) {
    List<String> path = Paths.steps(name);
    if (path.stream().anyMatch(step -> step.isEmpty() || step.startsWith("$"))) {
      throw Refusal.badValue("'$" + name + "' is not a valid field path");
    }
    return document -> follow(document, path);
  }

  /** An array on the way gives the array of what is found in its documents. */
  private static @Nullable Object follow(@Nullable Object value, List<String> path) {
    if (path.isEmpty()) {
      return value;
    } else if (value instanceof Document document) {
      return follow(document.getOrMissing(path.getFirst()), path.subList(1, path.size()));
    } else if (value instanceof List<?> list) {
      List<@Nullable Object> found = new ArrayList<>();
      list.stream().filter(Document.class::isInstance).forEach(e -> found.add(follow(e, path)));
      found.removeIf(Missing.class::isInstance);
      return found;
    }
    return Missing.getInstance();
  }

  private static Expression fields(Document fields) {
    Map<String, Expression> made = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (name.isEmpty() || name.matches(".*[.$].*")) {
            throw Refusal.unsupported("a field '" + name + "' in an expression");
          }
          made.put(name, parse(value));
        });
    return document -> {
      Document result = new Document();
      made.forEach((name, value) -> result.put(name, value.of(document)));
      result.values().removeIf(Missing.class::isInstance);
      return result;
    };
  }

  private static Expression operation(Document operation) {
    String name = operation.keySet().iterator().next();
    Object operand = operation.get(name);
    if (operation.size() != 1) {
      throw Refusal.failedToParse("an expression has one operator, not " + operation.keySet());
    }
    return switch (name) {
      case "$literal" -> _ -> operand;
      case "$eq" -> comparing(name, operand, order -> order == 0);
      case "$ne" -> comparing(name, operand, order -> order != 0);
      case "$gt" -> comparing(name, operand, order -> order > 0);
      case "$gte" -> comparing(name, operand, order -> order >= 0);
      case "$lt" -> comparing(name, operand, order -> order < 0);
      case "$lte" -> comparing(name, operand, order -> order <= 0);
      case "$and" -> {
        List<Expression> all = arguments(name, operand, -1);
        yield document -> all.stream().allMatch(each -> isTrue(each.of(document)));
      }
      case "$or" -> {
        List<Expression> any = arguments(name, operand, -1);
        yield document -> any.stream().anyMatch(each -> isTrue(each.of(document)));
      }
      case "$not" -> {
        Expression one = arguments(name, operand, 1).getFirst();
        yield document -> !isTrue(one.of(document));
      }
      default -> throw Refusal.unsupported("the expression " + name);
    };
  }

  private static List<Expression> arguments(String name, @Nullable Object operand, int count) {
    List<?> given = operand instanceof List<?> list ? list : Collections.singletonList(operand);
    if (count >= 0 && given.size() != count) {
      throw new MongoServerError(
          16020, "Location16020", name + " takes exactly " + count + " arguments");
    }
    return given.stream().map(Expression::parse).toList();
  }

  private static Expression comparing(String name, @Nullable Object operand, IntPredicate test) {
    List<Expression> two = arguments(name, operand, 2);
    return document ->
        test.test(
            KeyCodec.compare(
                orAbsent(two.getFirst().of(document)), orAbsent(two.getLast().of(document))));
  }

  /** What is missing comes before null. */
  private static @Nullable Object orAbsent(@Nullable Object value) {
    return value instanceof Missing ? KeyCodec.EmptyArray.KEY : value;
  }

  static boolean isTrue(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Missing _ -> false;
      case Boolean bool -> bool;
      case Number number when Double.isFinite(Numbers.doubleOf(number)) ->
          Numbers.exact(number).signum() != 0;
      default -> true;
    };
  }
}
