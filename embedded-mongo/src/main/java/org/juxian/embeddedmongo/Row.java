package org.juxian.embeddedmongo;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One document of a collection: its bytes now, and its place in the order of insertion. */
final class Row {
  final long sequence;
  byte @Nullable [] bson;

  Row(long sequence, byte[] bson) {
    this.sequence = sequence;
    this.bson = bson;
  }

  boolean isGone() {
    return bson == null;
  }

  /** The bytes of a row that is not gone. */
  byte[] content() {
    return Objects.requireNonNull(bson);
  }
}
