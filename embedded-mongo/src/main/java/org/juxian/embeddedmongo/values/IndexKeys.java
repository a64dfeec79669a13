package org.juxian.embeddedmongo.values;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which one index holds one document: one, or one for each element of an array. A
 * sort in memory goes by the first of the same keys, so that there is one order.
 *
 * @param keys the encoded keys, without repetition
 * @param arrayFields bit i is set if field i of the index reached through an array
 * @param anyPresent whether at least one of the fields exists in the document
 */
public record IndexKeys(Collection<byte[]> keys, long arrayFields, boolean anyPresent) {

  public static IndexKeys of(Document document, List<KeyField> fields) {
    Expansion expansion = new Expansion(document, fields);
    Collection<byte[]> keys = new ArrayList<>(expansion.tuples.size());
    if (expansion.arrayFields != 0) {
      keys = new TreeSet<>(Arrays::compareUnsigned);
    }
    for (@Nullable Object[] tuple : expansion.tuples) {
      keys.add(encode(tuple, fields));
    }
    return new IndexKeys(keys, expansion.arrayFields, expansion.anyPresent);
  }

  /** What a document is sorted by: the first of its keys, as in MongoDB. */
  public static byte[] sortKey(Document document, List<KeyField> fields) {
    try {
      return of(document, fields).keys().iterator().next();
    } catch (CannotIndexParallelArraysError e) {
      throw Refusal.badValue("cannot sort with keys that are parallel arrays");
    }
  }

  /** The values that stand behind one of the document's keys, by field. */
  public static Document valuesBehind(byte[] key, Document document, List<KeyField> fields) {
    Document values = new Document();
    for (@Nullable Object[] tuple : new Expansion(document, fields).tuples) {
      if (values.isEmpty() && Arrays.equals(key, encode(tuple, fields))) {
        for (int i = 0; i < tuple.length; i++) {
          values.append(fields.get(i).name(), shown(tuple[i]));
        }
      }
    }
    return values;
  }

  private static @Nullable Object shown(@Nullable Object value) {
    return value instanceof Missing || value instanceof KeyCodec.EmptyArray ? null : value;
  }

  private static byte[] encode(@Nullable Object[] tuple, List<KeyField> fields) {
    byte[] key = new byte[0];
    for (int i = 0; i < tuple.length; i++) {
      key = join(key, KeyCodec.encode(tuple[i], fields.get(i).ascending()));
    }
    return key;
  }

  public static byte[] join(byte[] first, byte[] second) {
    if (first.length == 0) {
      return second;
    }
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  /**
   * Follows the paths of all fields at once. Where some reach an array, each of its elements gives
   * tuples of its own; they must reach the same array.
   */
  private static final class Expansion {
    private static final int ARRIVED = -1;

    final List<@Nullable Object[]> tuples = new ArrayList<>(1);
    long arrayFields;
    boolean anyPresent;
    private final List<KeyField> fields;

    Expansion(Document document, List<KeyField> fields) {
      this.fields = fields;
      @Nullable Object[] values = new @Nullable Object[fields.size()];
      Arrays.fill(values, document);
      expand(values, new int[fields.size()]);
    }

    /** Takes over both arrays: the values reached so far, and how much of each path led there. */
    private void expand(@Nullable Object[] values, int[] depths) {
      int first = ARRIVED;
      for (int i = 0; i < values.length; i++) {
        if (depths[i] != ARRIVED) {
          advance(values, depths, i);
          if (depths[i] != ARRIVED && first == ARRIVED) {
            first = i;
          } else if (depths[i] != ARRIVED && !prefix(i, depths).equals(prefix(first, depths))) {
            throw new CannotIndexParallelArraysError(
                List.of(
                    String.join(".", prefix(first, depths)), String.join(".", prefix(i, depths))));
          }
        }
      }
      if (first == ARRIVED) {
        tuples.add(values);
        for (Object value : values) {
          anyPresent |= !(value instanceof Missing);
        }
        return;
      }
      List<?> array = (List<?>) Objects.requireNonNull(values[first]);
      if (array.isEmpty()) {
        expandInto(KeyCodec.EmptyArray.KEY, values, depths);
      }
      for (Object element : array) {
        expandInto(element, values, depths);
      }
    }

    /** Goes down documents and positions until the end of the path or an array. */
    private void advance(@Nullable Object[] values, int[] depths, int i) {
      List<String> path = fields.get(i).path();
      while (depths[i] < path.size()) {
        String step = path.get(depths[i]);
        if (values[i] instanceof Document document) {
          values[i] = document.getOrMissing(step);
        } else if (values[i] instanceof List<?> list && Paths.isPosition(step)) {
          values[i] = Paths.at(list, step);
        } else {
          break;
        }
        depths[i]++;
      }
      if (values[i] instanceof List<?>) {
        arrayFields |= 1L << i;
        return;
      }
      values[i] = depths[i] < path.size() ? Missing.getInstance() : values[i];
      depths[i] = ARRIVED;
    }

    private void expandInto(@Nullable Object element, @Nullable Object[] values, int[] depths) {
      @Nullable Object[] nextValues = values.clone();
      int[] nextDepths = depths.clone();
      for (int i = 0; i < values.length; i++) {
        if (depths[i] == fields.get(i).path().size()) {
          nextValues[i] = element;
          nextDepths[i] = ARRIVED;
        } else if (depths[i] != ARRIVED) {
          nextValues[i] = element instanceof Document ? element : Missing.getInstance();
        }
      }
      expand(nextValues, nextDepths);
    }

    private List<String> prefix(int field, int[] depths) {
      return fields.get(field).path().subList(0, depths[field]);
    }
  }
}
