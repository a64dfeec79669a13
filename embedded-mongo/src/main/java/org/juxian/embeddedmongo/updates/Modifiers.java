package org.juxian.embeddedmongo.updates;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.language.Condition;
import org.juxian.embeddedmongo.language.Filter;
import org.juxian.embeddedmongo.language.Queries;
import org.juxian.embeddedmongo.values.IndexKeys;
import org.juxian.embeddedmongo.values.KeyCodec;
import org.juxian.embeddedmongo.values.KeyField;
import org.juxian.embeddedmongo.values.Numbers;
import org.juxian.embeddedmongo.values.Refusal;

/** The operators of updates. */
final class Modifiers {
  private static final Set<String> PUSH = Set.of("$each", "$slice", "$sort", "$position");

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
      case "$inc" -> arithmetic(operator, field, operand, (_, by) -> by, Numbers::add);
      case "$mul" -> arithmetic(operator, field, operand, Numbers::multiply, Numbers::multiply);
      case "$min" -> extreme(operand, -1);
      case "$max" -> extreme(operand, 1);
      case "$push" -> push(field, operand);
      case "$addToSet" -> addToSet(field, operand);
      case "$pull" -> removing(operator, field, pulled(operand));
      case "$pullAll" -> removing(operator, field, equalToOne(array("$pullAll", operand)));
      case "$pop" -> pop(field, operand);
      default ->
          throw Refusal.failedToParse(
              "Unknown modifier: " + operator + ". This server does not support it");
    };
  }

  private static Modifier arithmetic(
      String operator,
      String field,
      @Nullable Object operand,
      BinaryOperator<Number> first,
      BinaryOperator<Number> operation) {
    if (!(operand instanceof Number by)) {
      throw mismatch("Cannot apply " + operator + " with a non-numeric argument: " + operand);
    }
    return (old, _) ->
        switch (old) {
          case Missing _ -> first.apply(0, by);
          case Number number -> operation.apply(number, by);
          case null, default ->
              throw mismatch(
                  "Cannot apply " + operator + " to a value of non-numeric type: " + field);
        };
  }

  private static Modifier extreme(@Nullable Object operand, int sign) {
    return (old, _) ->
        old instanceof Missing || KeyCodec.compare(operand, old) * sign > 0 ? operand : old;
  }

  private static Modifier push(String field, @Nullable Object operand) {
    Document clauses = clauses("$push", operand, PUSH);
    List<?> each = array("$each", clauses.get("$each"));
    Integer slice = whole(clauses, "$slice");
    Integer position = whole(clauses, "$position");
    Comparator<Object> order = clauses.containsKey("$sort") ? order(clauses.get("$sort")) : null;
    return (old, _) -> {
      List<@Nullable Object> list = elements("$push", field, old);
      int size = list.size();
      int place = position == null ? size : Math.min(size, position);
      list.addAll(place < 0 ? Math.max(0, size + place) : place, each);
      if (order != null) {
        list.sort(order);
      }
      if (slice == null) {
        return list;
      }
      int kept = Math.min(list.size(), slice == Integer.MIN_VALUE ? list.size() : Math.abs(slice));
      int from = slice < 0 ? list.size() - kept : 0;
      return new ArrayList<>(list.subList(from, from + kept));
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

  private static @Nullable Integer whole(Document clauses, String name) {
    return clauses.containsKey(name) ? (Integer) Numbers.whole(name, clauses.get(name)) : null;
  }

  private static Comparator<Object> order(@Nullable Object sort) {
    if (sort instanceof Document by && !by.isEmpty()) {
      List<KeyField> fields = KeyField.of(by);
      return Comparator.comparing(element -> key(element, fields), Arrays::compareUnsigned);
    } else if (sort instanceof Number way && Math.abs(way.doubleValue()) == 1) {
      return way.doubleValue() > 0 ? KeyCodec::compare : (a, b) -> KeyCodec.compare(b, a);
    }
    throw Refusal.badValue(
        "The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}");
  }

  private static byte[] key(@Nullable Object element, List<KeyField> fields) {
    byte[] key = new byte[0];
    for (KeyField field : fields) {
      Object value =
          element instanceof Document document
              ? Places.inDocuments(document, field.path())
              : Missing.getInstance();
      key = IndexKeys.join(key, KeyCodec.encode(value, field.ascending()));
    }
    return key;
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

  private static Modifier removing(
      String operator, String field, Predicate<@Nullable Object> unwanted) {
    return (old, _) -> {
      if (old instanceof Missing) {
        return old;
      }
      List<@Nullable Object> list = elements(operator, field, old);
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
    return equalToOne(Collections.singletonList(operand));
  }

  private static Predicate<@Nullable Object> equalToOne(List<?> values) {
    NavigableSet<byte[]> keys = Condition.OneOf.values(values).keys();
    return element -> keys.contains(KeyCodec.encode(element, true));
  }

  private static Modifier pop(String field, @Nullable Object operand) {
    if (!(operand instanceof Number end) || Math.abs(end.doubleValue()) != 1) {
      throw Refusal.failedToParse("$pop expects 1 or -1, found: " + operand);
    }
    return (old, _) -> {
      if (old instanceof Missing) {
        return old;
      }
      List<@Nullable Object> list = elements("$pop", field, old);
      if (!list.isEmpty()) {
        list.remove(end.doubleValue() < 0 ? 0 : list.size() - 1);
      }
      return list;
    };
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
