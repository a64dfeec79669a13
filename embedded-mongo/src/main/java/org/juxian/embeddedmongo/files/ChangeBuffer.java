package org.juxian.embeddedmongo.files;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Collects changes, one after the other: kind (1 byte), collection (4), BSON, which begins with its
 * own length.
 */
final class ChangeBuffer {
  private static final int KEPT = 1 << 20;

  private byte[] bytes = new byte[1 << 14];
  private int length;

  void add(Change kind, int collection, byte[] bson) {
    int needed = length + 5 + bson.length;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
    ByteBuffer.wrap(bytes, length, 5).put((byte) kind.code).putInt(collection);
    System.arraycopy(bson, 0, bytes, length + 5, bson.length);
    length = needed;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
    if (bytes.length > KEPT) {
      bytes = new byte[1 << 14];
    }
  }

  /** Gives the changes of a frame to the reader; whether the end of a snapshot was among them. */
  static boolean read(ByteBuffer frame, Contents.Restoring reader) {
    boolean end = false;
    while (frame.hasRemaining()) {
      Change kind = Change.of(frame.get());
      if (kind == null) {
        throw new StoreException(
            "A sound frame holds an unknown kind of change: the files are of a newer version.");
      }
      int collection = frame.getInt();
      byte[] bson = new byte[Integer.reverseBytes(frame.getInt(frame.position()))];
      frame.get(bson);
      end |= kind == Change.END;
      reader.add(kind, collection, bson);
    }
    return end;
  }
}
