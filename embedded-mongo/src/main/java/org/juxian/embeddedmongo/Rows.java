package org.juxian.embeddedmongo;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a collection in the order of insertion, four bytes each. A removed row stays as a
 * mark until half of the rows are marks. Guarded by the collection's lock.
 */
final class Rows {
  private @Nullable Row[] slots = new Row[16];
  private int used;
  private int live;
  private long sequence;

  int live() {
    return live;
  }

  Row add(byte[] bson) {
    if (used == slots.length) {
      slots = Arrays.copyOf(slots, used * 2);
    }
    Row row = new Row(sequence++, bson);
    slots[used++] = row;
    live++;
    return row;
  }

  void remove(Row row) {
    row.bson = null;
    live--;
    if (used > 64 && live < used / 2) {
      squeeze();
    }
  }

  void clear() {
    for (int i = 0; i < used; i++) {
      at(i).bson = null;
    }
    slots = new Row[16];
    used = 0;
    live = 0;
  }

  /**
   * Adds to {@code into} up to {@code limit} rows that follow (or, backward, precede) the given
   * sequence number.
   */
  void collect(long from, boolean forward, int limit, List<Row> into) {
    int i = firstAtOrAfter(forward ? from : from - 1);
    if (forward) {
      while (i < used && at(i).sequence <= from) {
        i++;
      }
    } else {
      i = Math.min(i, used - 1);
      while (i >= 0 && at(i).sequence >= from) {
        i--;
      }
    }
    for (; i >= 0 && i < used && into.size() < limit; i += forward ? 1 : -1) {
      if (!at(i).isGone()) {
        into.add(at(i));
      }
    }
  }

  private int firstAtOrAfter(long wanted) {
    int low = 0;
    int high = used;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at(middle).sequence < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void squeeze() {
    int kept = 0;
    for (int i = 0; i < used; i++) {
      Row row = at(i);
      if (!row.isGone()) {
        slots[kept++] = row;
      }
    }
    Arrays.fill(slots, kept, used, null);
    used = kept;
    if (slots.length > 64 && used < slots.length / 4) {
      slots = Arrays.copyOf(slots, slots.length / 2);
    }
  }

  private Row at(int slot) {
    Row row = slots[slot];
    if (row == null) {
      throw new IllegalStateException("No row in slot " + slot);
    }
    return row;
  }
}
