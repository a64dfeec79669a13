package org.juxian.embeddedmongo.tables;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a collection in the order of insertion, each linked to its neighbours. A removed row
 * still leads to those that followed it, for a search that stands on it. Guarded by the
 * collection's lock.
 */
public final class Rows {
  private final Row start = new Row(-1, new byte[0]);
  private Row last = start;
  private long sequence;
  private int live;

  int live() {
    return live;
  }

  /** The place before the first row. */
  public Row start() {
    return start;
  }

  Row add(byte[] bson) {
    Row row = new Row(sequence++, bson);
    row.previous = last;
    last.next = row;
    last = row;
    live++;
    return row;
  }

  void remove(Row row) {
    Row previous = row.previous == null ? start : row.previous;
    Row next = row.next;
    previous.next = next;
    if (next == null) {
      last = previous;
    } else {
      next.previous = previous;
    }
    row.set(null);
    live--;
  }

  void clear() {
    after(start, live).forEach(this::remove);
  }

  /** Some of the rows that follow this one. */
  public List<Row> after(Row row, int limit) {
    List<Row> found = new ArrayList<>();
    for (Row next = row.next; next != null && found.size() < limit; next = next.next) {
      if (next.bson() != null) {
        found.add(next);
      }
    }
    return found;
  }
}
