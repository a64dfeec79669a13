package org.juxian.embeddedmongo.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.tables.OrderedIndex;
import org.juxian.embeddedmongo.values.Interval;

/**
 * How a query will find its candidates.
 *
 * @param index the index to read, or null for every row in the order of insertion
 * @param intervals the parts of the index to read, in index order
 * @param forward whether index order (or insertion order) is read forward
 * @param sorted whether the candidates come in the order that the query asked for
 * @param exact whether every candidate is a match and comes once, so that counting entries counts
 *     documents
 * @param selective whether the query's conditions make less than everything a candidate
 * @param score how promising the plan looks; higher is better
 */
record Plan(
    @Nullable OrderedIndex index,
    List<Interval> intervals,
    boolean forward,
    boolean sorted,
    boolean exact,
    boolean selective,
    int score) {
  /** Whether there can be one candidate at most: no other plan can be better. */
  boolean findsOne() {
    return score >= Bounds.WHOLE_UNIQUE_KEY;
  }
}
