package org.juxian.embeddedmongo.values;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keys from {@code from} (in) to {@code to} (out). */
@SuppressWarnings("ArrayRecordComponent")
public record Interval(byte[] from, byte[] to) {
  private static final byte[] END = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

  public static Interval startingWith(byte[] prefix) {
    return new Interval(prefix, prefix.length == 0 ? END : successor(prefix));
  }

  public boolean holds(byte[] key) {
    return Arrays.compareUnsigned(from, key) <= 0 && Arrays.compareUnsigned(key, to) < 0;
  }

  public boolean holds(Interval other) {
    return Arrays.compareUnsigned(from, other.from) <= 0
        && Arrays.compareUnsigned(other.to, to) <= 0;
  }

  public Interval intersect(Interval other) {
    return new Interval(
        Arrays.compareUnsigned(from, other.from) >= 0 ? from : other.from,
        Arrays.compareUnsigned(to, other.to) <= 0 ? to : other.to);
  }

  /**
   * The keys of the values which stand in this relation to the operand: values of its type alone,
   * and no NaN unless it is NaN.
   */
  public static Interval related(
      boolean greater, boolean orEqual, @Nullable Object operand, boolean up) {
    byte[] key = KeyCodec.encode(operand, up);
    Interval own = startingWith(key);
    if (isNaN(operand)) {
      return orEqual ? own : new Interval(key, key);
    }
    Interval kin = startingWith(KeyCodec.typeOf(operand, up));
    if (operand instanceof Number) {
      byte[] nan = KeyCodec.encode(Double.NaN, up);
      kin = up ? new Interval(successor(nan), kin.to()) : new Interval(kin.from(), nan);
    }
    return greater == up
        ? new Interval(orEqual ? key : own.to(), kin.to())
        : new Interval(kin.from(), orEqual ? own.to() : key);
  }

  private static boolean isNaN(@Nullable Object value) {
    return value instanceof Number number && Double.isNaN(number.doubleValue());
  }

  /** The smallest bytes that are greater than everything that begins with the given ones. */
  public static byte[] successor(byte[] prefix) {
    for (int i = prefix.length - 1; i >= 0; i--) {
      if (prefix[i] != (byte) 0xFF) {
        byte[] next = Arrays.copyOf(prefix, i + 1);
        next[i]++;
        return next;
      }
    }
    return new byte[] {(byte) 0xFF, (byte) 0xFF};
  }
}
