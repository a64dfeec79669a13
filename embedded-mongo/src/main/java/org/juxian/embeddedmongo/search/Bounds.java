package org.juxian.embeddedmongo.search;

import de.bwaldvogel.mongo.backend.Missing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.language.Condition;
import org.juxian.embeddedmongo.language.Filter;
import org.juxian.embeddedmongo.tables.OrderedIndex;
import org.juxian.embeddedmongo.values.IndexKeys;
import org.juxian.embeddedmongo.values.Interval;
import org.juxian.embeddedmongo.values.KeyCodec;
import org.juxian.embeddedmongo.values.KeyField;

/**
 * The intervals of one index that hold every match of some conditions: points on its leading
 * fields, then perhaps one range.
 */
final class Bounds {
  private static final int MAX_INTERVALS = 2_000;
  static final int WHOLE_UNIQUE_KEY = 1_000;

  private static final int ONE_POINT = 10;
  private static final int POINTS = 8;
  private static final int RANGE = 5;

  private final List<Condition> conditions;
  private final List<Filter.Part> used = new ArrayList<>();
  private final Set<String> fixed = new HashSet<>();
  private List<byte[]> prefixes = List.of(new byte[0]);
  private @Nullable Interval range;
  private boolean excludesMissing;
  private int score;

  Bounds(OrderedIndex index, List<Condition> conditions) {
    this.conditions = conditions;
    boolean throughArray = false;
    List<KeyField> fields = index.spec().fields();
    for (int i = 0; i < fields.size() && range == null; i++) {
      boolean array = (index.arrayFields() >>> i & 1) == 1;
      if ((array && throughArray) || !bind(fields.get(i), array)) {
        break;
      }
      throughArray |= array;
    }
    if (index.spec().unique() && fields.stream().allMatch(field -> fixed.contains(field.name()))) {
      score += WHOLE_UNIQUE_KEY;
    }
  }

  /** The conditions that a key within the intervals meets, unless an array stands behind it. */
  List<Filter.Part> used() {
    return used;
  }

  /** The fields that have one value in all of the intervals. */
  Set<String> fixed() {
    return fixed;
  }

  /** Whether no match lacks all of the fields, so that a sparse index holds every match. */
  boolean excludesMissing() {
    return excludesMissing;
  }

  int score() {
    return score;
  }

  List<Interval> intervals() {
    Interval last = range;
    return prefixes.stream()
        .map(
            prefix ->
                last == null
                    ? Interval.startingWith(prefix)
                    : new Interval(
                        IndexKeys.join(prefix, last.from()), IndexKeys.join(prefix, last.to())))
        .toList();
  }

  private boolean bind(KeyField field, boolean array) {
    List<Condition> here =
        conditions.stream().filter(each -> each.field().equals(field.name())).toList();
    Condition points = null;
    for (Condition condition : here) {
      if (arePoints(condition) && (points == null || size(condition) < size(points))) {
        points = condition;
      }
    }
    if (points != null) {
      return bindPoints(points, field);
    }
    for (Condition condition : here) {
      if (condition.operator() instanceof Condition.Range asked
          && !(asked.operand() instanceof Collection)
          && (range == null || !array)) {
        Interval keys =
            Interval.related(asked.greater(), asked.orEqual(), asked.operand(), field.ascending());
        score += range == null ? RANGE : 0;
        range = range == null ? keys : range.intersect(keys);
        used.add(condition);
        excludesMissing |= !asked.test(Missing.getInstance());
      }
    }
    return range != null;
  }

  private static boolean arePoints(Condition condition) {
    return condition.operator() instanceof Condition.OneOf values
        && values.patterns().isEmpty()
        && values.operands().stream().noneMatch(Collection.class::isInstance);
  }

  private static int size(Condition condition) {
    return ((Condition.OneOf) condition.operator()).keys().size();
  }

  private boolean bindPoints(Condition condition, KeyField field) {
    Condition.OneOf values = (Condition.OneOf) condition.operator();
    if ((long) prefixes.size() * values.keys().size() > MAX_INTERVALS) {
      return false;
    }
    NavigableSet<byte[]> parts = new TreeSet<>(Arrays::compareUnsigned);
    values.operands().forEach(each -> parts.add(KeyCodec.encode(each, field.ascending())));
    List<byte[]> longer = new ArrayList<>(prefixes.size() * parts.size());
    prefixes.forEach(prefix -> parts.forEach(part -> longer.add(IndexKeys.join(prefix, part))));
    prefixes = longer;
    if (values.keys().size() == 1) {
      fixed.add(field.name());
    }
    used.add(condition);
    excludesMissing |= !values.test(Missing.getInstance());
    score += values.keys().size() == 1 ? ONE_POINT : POINTS;
    return true;
  }
}
