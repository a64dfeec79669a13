package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Sorts in memory, by the keys that an index on the same fields would have. */
final class Sorting {
  private Sorting() {}

  @SuppressWarnings("ArrayRecordComponent")
  private record Keyed<T>(byte[] key, long place, T item) {}

  /**
   * The items in order, those of equal keys by their place.
   *
   * @param keep how many of the first are wanted at most; 0 for all
   */
  static <T> Iterator<T> sorted(
      Iterator<T> items,
      Function<T, Document> document,
      ToLongFunction<T> place,
      Document sort,
      long keep) {
    List<IndexSpec.Field> fields = IndexSpec.fields(sort);
    Comparator<Keyed<T>> order =
        Comparator.<Keyed<T>, byte[]>comparing(Keyed::key, Arrays::compareUnsigned)
            .thenComparingLong(Keyed::place);
    Collection<Keyed<T>> kept =
        keep == 0 ? new ArrayList<>() : new PriorityQueue<>(order.reversed());
    while (items.hasNext()) {
      T item = items.next();
      byte[] key = IndexKeys.sortKey(document.apply(item), fields);
      kept.add(new Keyed<>(key, place.applyAsLong(item), item));
      if (kept.size() > keep && kept instanceof PriorityQueue<Keyed<T>> best) {
        best.poll();
      }
    }
    return kept.stream().sorted(order).map(Keyed::item).iterator();
  }
}
