package org.juxian.embeddedmongo.language;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.juxian.embeddedmongo.values.IndexKeys;
import org.juxian.embeddedmongo.values.KeyField;
import org.juxian.embeddedmongo.values.Refusal;

/** Sorts in memory, by the keys that an index on the same fields would have. */
public final class Sorting {
  private Sorting() {}

  @SuppressWarnings("ArrayRecordComponent")
  private record Keyed<T>(byte[] key, long place, T item) {}

  /**
   * The items in order, those of equal keys by their place.
   *
   * @param keep how many of the first are wanted at most; 0 for all
   */
  public static <T> Stream<T> sorted(
      Stream<T> items,
      Function<T, Document> document,
      ToLongFunction<T> place,
      Document sort,
      long keep) {
    List<KeyField> fields = KeyField.of(sort);
    Comparator<Keyed<T>> order =
        Comparator.<Keyed<T>, byte[]>comparing(Keyed::key, Arrays::compareUnsigned)
            .thenComparingLong(Keyed::place);
    Collection<Keyed<T>> kept =
        keep == 0 ? new ArrayList<>() : new PriorityQueue<>(order.reversed());
    items.forEach(
        item -> {
          byte[] key = IndexKeys.sortKey(document.apply(item), fields);
          kept.add(new Keyed<>(key, place.applyAsLong(item), item));
          if (kept.size() > keep && kept instanceof PriorityQueue<Keyed<T>> best) {
            best.poll();
          }
        });
    return kept.stream().sorted(order).map(Keyed::item);
  }

  /** The sort, if it is one. */
  public static Document checked(Document sort) {
    for (Map.Entry<String, Object> entry : sort.entrySet()) {
      if (entry.getKey().startsWith("$")) {
        throw Refusal.unsupported("a sort by " + entry.getKey());
      }
      if (!(entry.getValue() instanceof Number direction)
          || Math.abs(direction.doubleValue()) != 1) {
        throw Refusal.badValue(
            "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
      }
    }
    return sort;
  }
}
