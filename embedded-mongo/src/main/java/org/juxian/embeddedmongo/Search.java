package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One query on one table, bound to its plans. */
final class Search {
  private final Table table;
  private final Document sort;
  private final List<Plan> plans;
  private final Scan scan;

  Search(Table table, Filter filter, Document sort) {
    this.table = table;
    this.sort = sort;
    this.plans = table.reading(() -> new Planner(filter, sort).choose(table.indexes()));
    this.scan = table.scan(plans, filter);
  }

  List<Plan> plans() {
    return plans;
  }

  Scan scan() {
    return scan;
  }

  boolean isSorted() {
    return plans.getFirst().sorted();
  }

  /** The matches, in order; reads no more than it must if the plan gives the order. */
  Iterator<Scan.Hit> hits(int skip, int limit) {
    Iterator<Scan.Hit> hits = scan;
    if (!isSorted()) {
      long keep = limit == 0 ? 0 : (long) skip + limit;
      hits = Sorting.sorted(hits, Scan.Hit::document, hit -> hit.row().sequence, sort, keep);
    }
    if (skip == 0 && limit == 0) {
      return hits;
    }
    return stream(hits).skip(skip).limit(limit == 0 ? Long.MAX_VALUE : limit).iterator();
  }

  /** How many documents match; without reading them, if the index's keys decide. */
  long count() {
    Plan plan = plans.getFirst();
    if (plans.size() > 1 || !plan.exact()) {
      return stream(scan).count();
    }
    if (plan.index() == null) {
      return table.size();
    }
    OrderedIndex index = Objects.requireNonNull(plan.index());
    return table.reading(
        () -> plan.intervals().stream().mapToLong(keys -> index.within(keys).size()).sum());
  }

  static <T> Stream<T> stream(Iterator<T> iterator) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, 0), false);
  }
}
