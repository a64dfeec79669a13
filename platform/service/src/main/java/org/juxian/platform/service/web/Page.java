package org.juxian.platform.service.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param next the cursor of the part that follows; absent at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /**
   * Makes a page of what a query for {@code limit + 1} rows brought.
   *
   * @param rows up to {@code limit + 1}
   * @param key where to go on after a row: what the next query starts behind
   */
  public static <R, T> Page<T> of(
      List<R> rows, int limit, Function<R, String> key, Function<R, T> item) {
    boolean more = rows.size() > limit;
    List<R> shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        shown.stream().map(item).toList(),
        more ? PageQuery.encode(key.apply(shown.getLast())) : null);
  }
}
