package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the index for one query: by rules, in one pass over the collection's indexes. */
final class Planner {
  private static final int MAX_INTERVALS = 2_000;
  private static final byte[] NOTHING = new byte[0];
  private static final byte[] END = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

  /** One condition of a query in normal form: a field, one operator, its operand. */
  record Condition(String field, String operator, @Nullable Object operand) {
    boolean isPoint() {
      return operator.equals("$eq") && isIndexable(operand);
    }

    boolean isPoints() {
      return operator.equals("$in")
          && operand instanceof List<?> list
          && list.stream().allMatch(Condition::isIndexable);
    }

    boolean isRange() {
      return switch (operator) {
        case "$gt", "$gte", "$lt", "$lte" ->
            operand != null
                && isIndexable(operand)
                && !(operand instanceof MinKey)
                && !(operand instanceof MaxKey);
        default -> false;
      };
    }

    /** Whether the bytes of the operand decide the match fully. */
    boolean isDecidedByKey() {
      List<?> operands = operator.equals("$in") ? (List<?>) operand : null;
      return operands == null ? isPlain(operand) : operands.stream().allMatch(Condition::isPlain);
    }

    private static boolean isIndexable(@Nullable Object value) {
      return !(value instanceof List<?>)
          && !BsonRegularExpression.isRegularExpression(value)
          && !Filters.isOperators(value);
    }

    private static boolean isPlain(@Nullable Object value) {
      return value != null && !(value instanceof Missing) && !(value instanceof Document);
    }
  }

  private final List<Condition> conditions;
  private final boolean onlyConditions;
  private final Document sort;

  /** The query must be in the form that {@link Filters#normalise} gives. */
  Planner(Document query, Document sort) {
    this.conditions = conditions(query);
    this.onlyConditions =
        !query.containsKey("$or")
            && !query.containsKey("$nor")
            && !query.containsKey("$expr")
            && conditions.stream().noneMatch(condition -> condition.field().startsWith("$"));
    this.sort = sort;
  }

  static List<Condition> conditions(Document query) {
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, Object> part : query.entrySet()) {
      if (part.getKey().equals("$and")) {
        ((List<?>) part.getValue())
            .forEach(nested -> conditions.addAll(conditions((Document) nested)));
      } else if (Filters.isOperators(part.getValue())) {
        Map.Entry<String, Object> operator =
            ((Document) part.getValue()).entrySet().iterator().next();
        conditions.add(new Condition(part.getKey(), operator.getKey(), operator.getValue()));
      } else {
        conditions.add(new Condition(part.getKey(), "$eq", part.getValue()));
      }
    }
    return conditions;
  }

  Plan choose(List<OrderedIndex> indexes) {
    if (sort.containsKey("$natural")) {
      return everything(
          !(sort.get("$natural") instanceof Number direction && direction.intValue() < 0), true);
    }
    Plan best = everything(true, sort.isEmpty());
    for (OrderedIndex index : indexes) {
      Plan plan = plan(index);
      if (plan != null && plan.score() > best.score()) {
        best = plan;
      }
    }
    return best;
  }

  private Plan everything(boolean forward, boolean sorted) {
    return new Plan(null, List.of(), forward, sorted, conditions.isEmpty() && onlyConditions, 0);
  }

  private @Nullable Plan plan(OrderedIndex index) {
    Set<Condition> used = new HashSet<>();
    Document filter = index.spec().filter();
    if (filter != null && !implies(conditions(filter), used)) {
      return null;
    }
    Bounds bounds = new Bounds(index, used);
    if (index.spec().sparse() && !bounds.excludeNull) {
      return null;
    }
    int direction = sortDirection(index, bounds.fixed);
    boolean sorted = sort.isEmpty() || direction != 0;
    int score = 8 * bounds.score + (filter == null ? 0 : 48) + (sorted && !sort.isEmpty() ? 32 : 0);
    if (score == 0) {
      return null;
    }
    boolean exact = onlyConditions && index.arrayFields() == 0 && used.containsAll(conditions);
    return new Plan(
        index,
        bounds.intervals(),
        direction >= 0,
        sorted,
        exact,
        score - index.spec().fields().size());
  }

  /** Whether every document that the query can match passes the filter of a partial index. */
  private boolean implies(List<Condition> filter, Set<Condition> used) {
    for (Condition wanted : filter) {
      if (conditions.contains(wanted)) {
        used.add(wanted);
      } else if (conditions.stream().noneMatch(condition -> implies(condition, wanted))) {
        return false;
      }
    }
    return true;
  }

  private static boolean implies(Condition condition, Condition wanted) {
    if (!condition.field().equals(wanted.field()) || !condition.isDecidedByKey()) {
      return false;
    }
    if (wanted.operator().equals("$exists")) {
      return condition.isPoint() || condition.isPoints() || condition.isRange();
    }
    Document test =
        wanted.operator().equals("$eq")
            ? new Document("v", wanted.operand())
            : new Document("v", new Document(wanted.operator(), wanted.operand()));
    if (condition.isPoint()) {
      return Filters.matches(new Document("v", condition.operand()), test);
    }
    return condition.isPoints()
        && condition.operand() instanceof List<?> values
        && values.stream().allMatch(value -> Filters.matches(new Document("v", value), test));
  }

  /**
   * 1 or -1 if reading the index forward or backward gives the order asked for, 0 if it does not.
   */
  private int sortDirection(OrderedIndex index, Set<String> fixed) {
    List<Map.Entry<String, Object>> wanted =
        sort.entrySet().stream().filter(entry -> !fixed.contains(entry.getKey())).toList();
    if (index.arrayFields() != 0) {
      return 0;
    }
    int direction = 0;
    int position = 0;
    for (IndexSpec.Field field : index.spec().fields()) {
      if (position == wanted.size()) {
        break;
      }
      if (field.name().equals(wanted.get(position).getKey())) {
        boolean ascending = ((Number) wanted.get(position).getValue()).doubleValue() > 0;
        int here = ascending == field.ascending() ? 1 : -1;
        if (direction != 0 && here != direction) {
          return 0;
        }
        direction = here;
        position++;
      } else if (!fixed.contains(field.name())) {
        break;
      }
    }
    return position < wanted.size() ? 0 : direction == 0 ? 1 : direction;
  }

  /**
   * The intervals of one index that hold every match: points on leading fields, then perhaps one
   * range.
   */
  private final class Bounds {
    private List<byte[]> prefixes = List.of(NOTHING);
    private Plan.@Nullable Interval range;
    private final Set<String> fixed = new HashSet<>();
    private int score;
    private boolean excludeNull;

    Bounds(OrderedIndex index, Set<Condition> used) {
      boolean throughArray = false;
      int points = 0;
      List<IndexSpec.Field> fields = index.spec().fields();
      for (int i = 0; i < fields.size(); i++) {
        boolean array = (index.arrayFields() >>> i & 1) == 1;
        if ((array && throughArray) || !bind(fields.get(i), array, used)) {
          break;
        }
        throughArray |= array;
        points += fixed.contains(fields.get(i).name()) ? 1 : 0;
        if (range != null) {
          break;
        }
      }
      if (index.spec().unique() && points == fields.size()) {
        score += 1_000;
      }
    }

    private boolean bind(IndexSpec.Field field, boolean array, Set<Condition> used) {
      List<Condition> here =
          conditions.stream().filter(c -> c.field().equals(field.name())).toList();
      Condition points = first(here, Condition::isPoint);
      if (points == null) {
        points = first(here, Condition::isPoints);
      }
      if (points != null) {
        return bindPoints(points, field, used);
      }
      List<Condition> ranges =
          here.stream().filter(Condition::isRange).limit(array ? 1 : 9).toList();
      if (ranges.isEmpty()) {
        return false;
      }
      for (Condition condition : ranges) {
        range = intersect(range, interval(condition, field.ascending()));
        use(condition, used);
      }
      excludeNull = true;
      score += 5;
      return true;
    }

    private boolean bindPoints(Condition condition, IndexSpec.Field field, Set<Condition> used) {
      List<?> values =
          condition.isPoint() ? Arrays.asList(condition.operand()) : (List<?>) condition.operand();
      if (values == null || (long) values.size() * prefixes.size() > MAX_INTERVALS) {
        return false;
      }
      List<byte[]> parts =
          values.stream()
              .map(value -> KeyCodec.encode(value, field.ascending()))
              .sorted(Arrays::compareUnsigned)
              .toList();
      List<byte[]> longer = new ArrayList<>(prefixes.size() * parts.size());
      for (byte[] prefix : prefixes) {
        byte[] last = null;
        for (byte[] part : parts) {
          if (last == null || !Arrays.equals(last, part)) {
            longer.add(IndexKeys.join(prefix, part));
          }
          last = part;
        }
      }
      prefixes = longer;
      if (condition.isPoint()) {
        fixed.add(field.name());
      }
      score += condition.isPoint() ? 10 : 8;
      excludeNull |= condition.isDecidedByKey();
      use(condition, used);
      return true;
    }

    private void use(Condition condition, Set<Condition> used) {
      if (condition.isDecidedByKey()) {
        used.add(condition);
      }
    }

    List<Plan.Interval> intervals() {
      List<Plan.Interval> intervals = new ArrayList<>(prefixes.size());
      for (byte[] prefix : prefixes) {
        if (range != null) {
          intervals.add(
              new Plan.Interval(
                  IndexKeys.join(prefix, range.from()), IndexKeys.join(prefix, range.to())));
        } else {
          intervals.add(
              new Plan.Interval(prefix, prefix.length == 0 ? END : KeyCodec.successor(prefix)));
        }
      }
      return intervals;
    }
  }

  private static @Nullable Condition first(
      List<Condition> conditions, java.util.function.Predicate<Condition> test) {
    return conditions.stream().filter(test).findFirst().orElse(null);
  }

  private static Plan.Interval interval(Condition condition, boolean ascending) {
    Object operand = java.util.Objects.requireNonNull(condition.operand());
    byte[] bracket = KeyCodec.bracket(operand, ascending);
    byte[] key = KeyCodec.encode(operand, ascending);
    boolean upward = condition.operator().startsWith("$gt") == ascending;
    boolean inclusive = condition.operator().endsWith("e");
    if (upward) {
      return new Plan.Interval(
          inclusive ? key : KeyCodec.successor(key), KeyCodec.successor(bracket));
    }
    return new Plan.Interval(bracket, inclusive ? KeyCodec.successor(key) : key);
  }

  private static Plan.Interval intersect(Plan.@Nullable Interval one, Plan.Interval other) {
    if (one == null) {
      return other;
    }
    return new Plan.Interval(
        Arrays.compareUnsigned(one.from(), other.from()) >= 0 ? one.from() : other.from(),
        Arrays.compareUnsigned(one.to(), other.to()) <= 0 ? one.to() : other.to());
  }
}
