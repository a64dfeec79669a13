package org.juxian.embeddedmongo.language;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.values.Interval;
import org.juxian.embeddedmongo.values.KeyCodec;
import org.juxian.embeddedmongo.values.Paths;

/**
 * One operator on one field. It holds if it is true of one of the values to which the path leads: a
 * path goes through every element of an array, and an array at its end counts as a whole and
 * element by element.
 */
public record Condition(String field, List<String> path, Operator operator) implements Filter.Part {

  static Condition on(String field, Operator operator) {
    return new Condition(field, Paths.steps(field), operator);
  }

  @Override
  public boolean holds(Document document) {
    return reaches(document, 0);
  }

  private boolean reaches(@Nullable Object value, int depth) {
    if (depth == path.size()) {
      return operator.test(value)
          || (operator.looksIntoArrays()
              && value instanceof Collection<?> elements
              && elements.stream().anyMatch(operator));
    }
    String step = path.get(depth);
    if (value instanceof Document document) {
      return reaches(document.getOrMissing(step), depth + 1);
    }
    if (!(value instanceof List<?> list)) {
      return operator.test(Missing.getInstance());
    }
    return Paths.isPosition(step)
        ? reaches(Paths.at(list, step), depth + 1)
        : list.stream().anyMatch(each -> each instanceof Document && reaches(each, depth));
  }

  /** What is asked of a value. */
  public sealed interface Operator extends Predicate<@Nullable Object> {
    /** Whether an array's elements are asked too. */
    default boolean looksIntoArrays() {
      return true;
    }
  }

  /** $eq and $in: equal to one of the operands, or matched by one of the patterns. */
  public record OneOf(
      List<@Nullable Object> operands, NavigableSet<byte[]> keys, List<Matches> patterns)
      implements Operator {

    public static OneOf values(Collection<? extends @Nullable Object> operands) {
      NavigableSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
      operands.forEach(operand -> keys.add(KeyCodec.encode(operand, true)));
      return new OneOf(new java.util.ArrayList<>(operands), keys, List.of());
    }

    @Override
    public boolean test(@Nullable Object value) {
      if (value instanceof String && patterns.isEmpty() && operands.size() == 1) {
        return value.equals(operands.getFirst());
      }
      return keys.contains(KeyCodec.encode(value, true))
          || patterns.stream().anyMatch(pattern -> pattern.test(value));
    }
  }

  /** $gt, $gte, $lt, $lte. */
  public record Range(boolean greater, boolean orEqual, @Nullable Object operand, Interval keys)
      implements Operator {

    static Range of(boolean greater, boolean orEqual, @Nullable Object operand) {
      return new Range(
          greater, orEqual, operand, Interval.related(greater, orEqual, operand, true));
    }

    @Override
    public boolean test(@Nullable Object value) {
      return keys.holds(KeyCodec.encode(value, true));
    }
  }

  /** $exists: true; false is its negation. */
  public record Exists() implements Operator {
    @Override
    public boolean test(@Nullable Object value) {
      return !(value instanceof Missing);
    }
  }

  /** $regex. */
  public record Matches(BsonRegularExpression pattern) implements Operator {
    @Override
    public boolean test(@Nullable Object value) {
      return value instanceof String text
          ? pattern.matcher(text).find()
          : value instanceof BsonRegularExpression && pattern.equals(value);
    }
  }

  /** $elemMatch: one element, itself or as a document, meets the whole filter. */
  public record HasElement(Filter filter, boolean itself) implements Operator {
    @Override
    public boolean looksIntoArrays() {
      return false;
    }

    @Override
    public boolean test(@Nullable Object value) {
      return value instanceof Collection<?> elements
          && elements.stream()
              .anyMatch(
                  element ->
                      itself
                          ? meets(element, filter)
                          : element instanceof Document each && filter.matches(each));
    }

    private static boolean meets(@Nullable Object element, Filter filter) {
      return filter.parts().stream()
          .allMatch(
              part ->
                  switch (part) {
                    case Condition condition -> condition.operator().test(element);
                    case Filter.Not not -> !meets(element, not.filter());
                    case Filter.AnyOf _ -> false;
                  });
    }
  }
}
