package org.juxian.embeddedmongo.search;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.language.Condition;
import org.juxian.embeddedmongo.language.Filter;
import org.juxian.embeddedmongo.tables.OrderedIndex;
import org.juxian.embeddedmongo.values.KeyField;

/** Chooses the indexes for one query: by rules, in one pass over the collection's indexes. */
final class Planner {
  private static final int FILTER_FITS = 48;
  private static final int SORTS = 32;

  private final Filter filter;
  private final List<Condition> conditions;
  private final Document sort;

  Planner(Filter filter, Document sort) {
    this.filter = filter;
    this.conditions = filter.conditions();
    this.sort = sort;
  }

  /** One plan; or one for each branch of an $or, if each has an index and the whole has none. */
  List<Plan> choose(List<OrderedIndex> indexes) {
    Plan best = best(indexes);
    if (!best.selective()) {
      for (Filter.AnyOf alternatives : filter.alternatives()) {
        List<Plan> plans =
            alternatives.filters().stream().map(branch -> bestOfBranch(branch, indexes)).toList();
        if (plans.stream().allMatch(Plan::selective)) {
          return plans;
        }
      }
    }
    return List.of(best);
  }

  private Plan bestOfBranch(Filter branch, List<OrderedIndex> indexes) {
    List<Filter.Part> parts = new java.util.ArrayList<>(conditions);
    parts.addAll(branch.parts());
    Plan best = new Planner(new Filter(parts), new Document()).best(indexes);
    boolean sorted = sort.isEmpty();
    return new Plan(
        best.index(), best.intervals(), best.forward(), sorted, false, best.selective(), 0);
  }

  private Plan best(List<OrderedIndex> indexes) {
    Plan best = everything(sort.isEmpty());
    for (OrderedIndex index : indexes) {
      Plan plan = best.findsOne() ? null : plan(index);
      if (plan != null && plan.score() > best.score()) {
        best = plan;
      }
    }
    return best;
  }

  private Plan everything(boolean sorted) {
    return new Plan(null, List.of(), true, sorted, filter.parts().isEmpty(), false, 0);
  }

  private @Nullable Plan plan(OrderedIndex index) {
    Filter partial = index.spec().filter();
    if (partial != null && !partial.conditions().stream().allMatch(this::isGiven)) {
      return null;
    }
    Bounds bounds = new Bounds(index, conditions);
    if (index.spec().sparse() && !bounds.excludesMissing()) {
      return null;
    }
    int direction = direction(index, bounds.fixed());
    boolean sorts = !sort.isEmpty() && direction != 0;
    int selective = 8 * bounds.score() + (partial == null ? 0 : FILTER_FITS);
    if (selective == 0 && !sorts) {
      return null;
    }
    boolean decides =
        index.arrayFields() == 0
            && filter.parts().stream()
                .allMatch(part -> bounds.used().contains(part) || follows(partial, part));
    return new Plan(
        index,
        bounds.intervals(),
        direction >= 0,
        sorts || sort.isEmpty(),
        decides,
        selective > 0,
        selective + (sorts ? SORTS : 0) - index.spec().fields().size());
  }

  /** Whether every document that the query can match meets this condition of a partial index. */
  private boolean isGiven(Condition wanted) {
    return conditions.stream().anyMatch(condition -> Implication.holds(condition, wanted));
  }

  private static boolean follows(@Nullable Filter partial, Filter.Part part) {
    return partial != null
        && part instanceof Condition condition
        && partial.conditions().stream().anyMatch(known -> Implication.holds(known, condition));
  }

  /**
   * 1 or -1 if reading the index forward or backward gives the order asked for, 0 if it does not.
   */
  private int direction(OrderedIndex index, Set<String> fixed) {
    if (index.arrayFields() != 0) {
      return 0;
    }
    List<Map.Entry<String, Object>> wanted =
        sort.entrySet().stream().filter(entry -> !fixed.contains(entry.getKey())).toList();
    int direction = 0;
    int position = 0;
    for (KeyField field : index.spec().fields()) {
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
}
