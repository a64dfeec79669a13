package org.juxian.embeddedmongo.updates;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.language.Condition;
import org.juxian.embeddedmongo.language.Filter;
import org.juxian.embeddedmongo.language.Queries;
import org.juxian.embeddedmongo.values.KeyCodec;
import org.juxian.embeddedmongo.values.Numbers;
import org.juxian.embeddedmongo.values.Refusal;

/** The operators of updates. */
final class Modifiers {
  private Modifiers() {}

  /** What an operator makes of one value. */
  interface Modifier {
    /**
     * @param old the value so far, or {@link Missing}
     * @param inserting whether an upsert makes a new document
     * @return the new value; Missing takes it away
     */
    @Nullable Object apply(@Nullable Object old, boolean inserting);
  }

  static Modifier of(String operator, String field, @Nullable Object operand) {
    return switch (operator) {
      case "$set" -> (_, _) -> operand;
      case "$setOnInsert" -> (old, inserting) -> inserting ? operand : old;
      case "$unset" -> (_, _) -> Missing.getInstance();
      case "$inc" -> increment(field, operand);
      case "$min" -> extreme(operand, -1);
      case "$max" -> extreme(operand, 1);
      case "$push" -> push(field, operand);
      case "$addToSet" -> addToSet(field, operand);
      case "$pull" -> removing(field, pulled(operand));
      default ->
          throw Refusal.failedToParse(
              "Unknown modifier: " + operator + ". This server does not support it");
    };
  }

  private static Modifier increment(String field, @Nullable Object operand) {
    if (!(operand instanceof Number by)) {
      throw mismatch("Cannot increment with non-numeric argument: " + operand);
    }
    return (old, _) ->
        switch (old) {
          case Missing _ -> by;
          case Number number -> Numbers.add(number, by);
          case null, default ->
              throw mismatch("Cannot apply $inc to a value of non-numeric type: " + field);
        };
  }

  private static Modifier extreme(@Nullable Object operand, int sign) {
    return (old, _) ->
        old instanceof Missing || KeyCodec.compare(operand, old) * sign > 0 ? operand : old;
  }

  private static Modifier push(String field, @Nullable Object operand) {
    Document clauses = clauses("$push", operand, Set.of("$each", "$slice"));
    List<?> each = array("$each", clauses.get("$each"));
    int slice =
        clauses.containsKey("$slice")
            ? Numbers.whole("$slice", clauses.get("$slice"))
            : Integer.MAX_VALUE;
    return (old, _) -> {
      List<@Nullable Object> list = elements("$push", field, old);
      list.addAll(each);
      int dropped = (int) Math.max(0, list.size() - Math.abs((long) slice));
      return slice < 0
          ? new ArrayList<>(list.subList(dropped, list.size()))
          : new ArrayList<>(list.subList(0, list.size() - dropped));
    };
  }

  /** The operand taken apart, if it has {@code $each}; else as if it had. */
  private static Document clauses(String operator, @Nullable Object operand, Set<String> known) {
    if (!(operand instanceof Document clauses) || !Queries.isOperators(operand)) {
      return new Document("$each", Collections.singletonList(operand));
    }
    for (String clause : clauses.keySet()) {
      if (!known.contains(clause) || !clauses.containsKey("$each")) {
        throw Refusal.badValue("Unrecognized clause in " + operator + ": " + clause);
      }
    }
    return clauses;
  }

  private static Modifier addToSet(String field, @Nullable Object operand) {
    List<?> each = array("$each", clauses("$addToSet", operand, Set.of("$each")).get("$each"));
    return (old, _) -> {
      List<@Nullable Object> list = elements("$addToSet", field, old);
      NavigableSet<byte[]> known = Condition.OneOf.values(list).keys();
      each.stream().filter(e -> known.add(KeyCodec.encode(e, true))).forEach(list::add);
      return list;
    };
  }

  private static Modifier removing(String field, Predicate<@Nullable Object> unwanted) {
    return (old, _) -> {
      if (old instanceof Missing) {
        return old;
      }
      List<@Nullable Object> list = elements("$pull", field, old);
      list.removeIf(unwanted);
      return list;
    };
  }

  /** Which elements $pull means: a condition on the element, or on its fields, or a value. */
  private static Predicate<@Nullable Object> pulled(@Nullable Object operand) {
    if (operand instanceof BsonRegularExpression || Queries.isOperators(operand)) {
      Filter filter = Queries.parse(new Document("element", operand));
      return element -> filter.matches(new Document("element", element));
    } else if (operand instanceof Document query) {
      Filter filter = Queries.parse(query);
      return element -> element instanceof Document document && filter.matches(document);
    }
    byte[] key = KeyCodec.encode(operand, true);
    return element -> Arrays.equals(key, KeyCodec.encode(element, true));
  }

  /** A copy of the array, empty if there is none. */
  private static List<@Nullable Object> elements(
      String operator, String field, @Nullable Object value) {
    return switch (value) {
      case List<?> list -> new ArrayList<>(list);
      case Missing _ -> new ArrayList<>();
      case null, default ->
          throw Refusal.badValue(
              "Cannot apply " + operator + ": the field '" + field + "' must be an array");
    };
  }

  private static List<?> array(String what, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw Refusal.badValue(what + " needs an array, not " + value);
  }

  private static MongoServerError mismatch(String message) {
    return new MongoServerError(14, "TypeMismatch", message);
  }
}
