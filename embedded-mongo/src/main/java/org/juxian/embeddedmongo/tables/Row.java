package org.juxian.embeddedmongo.tables;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One document of a collection: its bytes now, and its place in the order of insertion. */
public final class Row {
  private final long sequence;
  private byte @Nullable [] bson;
  @Nullable Row previous;
  @Nullable Row next;

  Row(long sequence, byte[] bson) {
    this.sequence = sequence;
    this.bson = bson;
  }

  public long sequence() {
    return sequence;
  }

  /** The bytes; null if the row is gone. */
  public byte @Nullable [] bson() {
    return bson;
  }

  /** Changes the bytes, or takes them away. */
  void set(byte @Nullable [] newBson) {
    bson = newBson;
  }

  /** The bytes of a row that is not gone. */
  byte[] content() {
    return Objects.requireNonNull(bson);
  }
}
