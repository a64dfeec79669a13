package org.juxian.embeddedmongo.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a collection in the order of insertion, four bytes each. A removed row stays as a
 * mark until half of the rows are marks. Guarded by the collection's lock.
 */
public final class Rows {
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
    row.set(null);
    live--;
    if (used > 64 && live < used / 2) {
      squeeze();
    }
  }

  void clear() {
    for (int i = 0; i < used; i++) {
      at(i).set(null);
    }
    slots = new Row[16];
    used = 0;
    live = 0;
  }

  /** Some of the rows that follow the given sequence number. */
  public List<Row> after(long sequence, int limit) {
    List<Row> found = new ArrayList<>();
    for (int i = firstAtOrAfter(sequence + 1); i < used && found.size() < limit; i++) {
      if (!at(i).isGone()) {
        found.add(at(i));
      }
    }
    return found;
  }

  private int firstAtOrAfter(long wanted) {
    int low = 0;
    int high = used;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at(middle).sequence() < wanted) {
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
