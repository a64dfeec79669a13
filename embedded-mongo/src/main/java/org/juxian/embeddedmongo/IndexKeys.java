package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which one index holds one document: one, or one for each element of an array.
 *
 * @param keys the encoded keys, without repetition
 * @param arrayFields bit i is set if field i of the index reached through an array
 * @param anyPresent whether at least one of the fields exists in the document
 */
record IndexKeys(Collection<byte[]> keys, long arrayFields, boolean anyPresent) {

  static IndexKeys of(Document document, IndexSpec spec) {
    List<List<@Nullable Object>> values = new ArrayList<>();
    long arrays = 0;
    boolean present = false;
    List<String> arrayRoots = new ArrayList<>();
    for (int i = 0; i < spec.fields().size(); i++) {
      Walk walk = new Walk();
      walk.follow(document, spec.fields().get(i).path(), 0);
      if (walk.arrayRoot != null) {
        arrays |= 1L << i;
        if (!arrayRoots.contains(walk.arrayRoot)) {
          arrayRoots.add(walk.arrayRoot);
        }
      }
      present |= walk.present;
      values.add(walk.found);
    }
    if (arrayRoots.size() > 1) {
      throw new CannotIndexParallelArraysError(arrayRoots);
    }
    return new IndexKeys(combine(values, spec, arrays), arrays, present);
  }

  /**
   * Every combination of the fields' values. For two fields that reach through one array these are
   * more than MongoDB would hold: enough for a search, whose hits are matched again, but too much
   * for a unique index, which refuses that.
   */
  private static Collection<byte[]> combine(
      List<List<@Nullable Object>> values, IndexSpec spec, long arrays) {
    if (spec.unique() && Long.bitCount(arrays) > 1) {
      throw Refusal.unsupported("a unique index with two fields inside one array: " + spec.name());
    }
    List<byte[]> keys = List.of(new byte[0]);
    for (int i = 0; i < values.size(); i++) {
      boolean ascending = spec.fields().get(i).ascending();
      List<byte[]> longer = new ArrayList<>(keys.size());
      for (@Nullable Object value : values.get(i)) {
        byte[] part = KeyCodec.encode(value, ascending);
        keys.forEach(key -> longer.add(join(key, part)));
      }
      keys = longer;
    }
    if (arrays == 0) {
      return keys;
    }
    Collection<byte[]> distinct = new TreeSet<>(Arrays::compareUnsigned);
    distinct.addAll(keys);
    return distinct;
  }

  /** The values that stand behind one of the document's keys, by field. */
  static Document valuesBehind(byte[] key, Document document, IndexSpec spec) {
    Document values = new Document();
    int offset = 0;
    for (IndexSpec.Field field : spec.fields()) {
      Walk walk = new Walk();
      walk.follow(document, field.path(), 0);
      for (@Nullable Object value : walk.found) {
        byte[] part = KeyCodec.encode(value, field.ascending());
        int end = offset + part.length;
        if (end <= key.length && Arrays.equals(key, offset, end, part, 0, part.length)) {
          values.append(field.name(), value instanceof Missing ? null : value);
          offset = end;
          break;
        }
      }
    }
    return values;
  }

  static byte[] join(byte[] first, byte[] second) {
    if (first.length == 0) {
      return second;
    }
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  /** Follows one dotted path through documents and arrays. */
  private static final class Walk {
    final List<@Nullable Object> found = new ArrayList<>(1);
    @Nullable String arrayRoot;
    boolean present;

    void follow(@Nullable Object value, List<String> path, int depth) {
      if (depth == path.size()) {
        arrive(value, path, depth);
      } else if (value instanceof Document document) {
        follow(document.getOrMissing(path.get(depth)), path, depth + 1);
      } else if (value instanceof List<?> list) {
        into(list, path, depth);
      } else {
        found.add(Missing.getInstance());
      }
    }

    private void into(List<?> list, List<String> path, int depth) {
      if (path.get(depth).chars().allMatch(Character::isDigit)) {
        long position =
            path.get(depth).length() > 9 ? list.size() : Integer.parseInt(path.get(depth));
        Object element = position < list.size() ? list.get((int) position) : Missing.getInstance();
        follow(element, path, depth + 1);
        return;
      }
      passThrough(path, depth);
      if (list.isEmpty()) {
        found.add(Missing.getInstance());
      }
      for (Object element : list) {
        follow(element, path, depth);
      }
    }

    private void arrive(@Nullable Object value, List<String> path, int depth) {
      present |= !(value instanceof Missing);
      if (value instanceof Collection<?> list) {
        passThrough(path, depth);
        if (list.isEmpty()) {
          found.add(list);
        }
        found.addAll(list);
      } else {
        found.add(value);
      }
    }

    private void passThrough(List<String> path, int depth) {
      if (arrayRoot == null) {
        arrayRoot = String.join(".", path.subList(0, depth));
      }
    }
  }
}
