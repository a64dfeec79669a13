package org.juxian.embeddedmongo.language;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.values.Paths;
import org.juxian.embeddedmongo.values.Refusal;

/** A value that is taken from a document: a field, a constant, or a document of those. */
interface Expression {
  /** The value, or {@link Missing}. */
  @Nullable Object of(Document document);

  static Expression parse(@Nullable Object given) {
    return switch (given) {
      case String text when text.startsWith("$$") -> throw Refusal.unsupported("variable " + text);
      case String text when text.startsWith("$") -> field(text.substring(1));
      case Document fields when Queries.isOperators(fields) ->
          throw Refusal.unsupported("the expression " + fields.keySet().iterator().next());
      case Document fields -> fields(fields);
      case List<?> _ -> throw Refusal.unsupported("an array of expressions");
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
}
