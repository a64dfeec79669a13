package org.juxian.embeddedmongo.tables;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.values.IndexKeys;
import org.juxian.embeddedmongo.values.Interval;

/** The entries of one index in key order. Guarded by the collection's lock. */
public final class OrderedIndex {
  private final IndexSpec spec;
  private final NavigableMap<byte[], Row> entries = new TreeMap<>(Arrays::compareUnsigned);
  private long arrayFields;

  OrderedIndex(IndexSpec spec) {
    this.spec = spec;
  }

  public IndexSpec spec() {
    return spec;
  }

  /** Bit i is set if some document was ever reached through an array at field i. */
  public long arrayFields() {
    return arrayFields;
  }

  /** The keys under which the document belongs into this index; none if the index leaves it out. */
  Collection<byte[]> keysOf(Document document) {
    if (spec.filter() != null && !spec.filter().matches(document)) {
      return List.of();
    }
    IndexKeys keys = IndexKeys.of(document, spec.fields());
    if (spec.sparse() && !keys.anyPresent()) {
      return List.of();
    }
    arrayFields |= keys.arrayFields();
    return keys.keys();
  }

  /** The first of the keys that another row holds already, if the index is unique. */
  byte @Nullable [] conflict(Collection<byte[]> keys, @Nullable Row self) {
    if (spec.unique()) {
      for (byte[] key : keys) {
        Row holder = entries.get(key);
        if (holder != null && holder != self) {
          return key;
        }
      }
    }
    return null;
  }

  void put(Collection<byte[]> keys, Row row) {
    for (byte[] key : keys) {
      entries.put(stored(key, row), row);
    }
  }

  void remove(Collection<byte[]> keys, Row row) {
    for (byte[] key : keys) {
      entries.remove(stored(key, row), row);
    }
  }

  void clear() {
    entries.clear();
  }

  @Nullable Row get(byte[] key) {
    return entries.get(key);
  }

  public NavigableMap<byte[], Row> within(Interval keys) {
    return Arrays.compareUnsigned(keys.from(), keys.to()) < 0
        ? entries.subMap(keys.from(), true, keys.to(), false)
        : entries.subMap(keys.from(), true, keys.from(), false);
  }

  private byte[] stored(byte[] key, Row row) {
    return spec.unique()
        ? key
        : ByteBuffer.allocate(key.length + Long.BYTES).put(key).putLong(row.sequence()).array();
  }
}
