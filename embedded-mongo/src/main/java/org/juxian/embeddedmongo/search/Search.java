package org.juxian.embeddedmongo.search;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.juxian.embeddedmongo.language.Filter;
import org.juxian.embeddedmongo.language.Sorting;
import org.juxian.embeddedmongo.tables.OrderedIndex;
import org.juxian.embeddedmongo.tables.Table;

/** One query on one table, bound to its plans. */
public final class Search {
  private final Table table;
  private final Document sort;
  private final List<Plan> plans;
  private final Scan scan;

  public Search(Table table, Filter filter, Document sort) {
    this.table = table;
    this.sort = sort;
    this.plans = table.reading(() -> new Planner(filter, sort).choose(table.indexes()));
    this.scan = new Scan(plans, filter, table);
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
  public Stream<Scan.Hit> hits(int skip, int limit) {
    Stream<Scan.Hit> hits = candidates();
    if (!isSorted()) {
      long keep = limit == 0 ? 0 : (long) skip + limit;
      hits = Sorting.sorted(hits, Scan.Hit::document, hit -> hit.row().sequence(), sort, keep);
    }
    return hits.skip(skip).limit(limit == 0 ? Long.MAX_VALUE : limit);
  }

  private Stream<Scan.Hit> candidates() {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(scan, 0), false);
  }

  /** How many documents match; without reading them, if the index's keys decide. */
  public long count() {
    Plan plan = plans.getFirst();
    if (plans.size() > 1 || !plan.exact()) {
      return candidates().count();
    }
    if (plan.index() == null) {
      return table.size();
    }
    OrderedIndex index = Objects.requireNonNull(plan.index());
    return table.reading(
        () -> plan.intervals().stream().mapToLong(keys -> index.within(keys).size()).sum());
  }
}
