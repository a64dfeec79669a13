package org.juxian.embeddedmongo.values;

import de.bwaldvogel.mongo.bson.Decimal128;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Arithmetic by MongoDB's rules of types; refuses where it would have to lose something. */
public final class Numbers {
  private Numbers() {}

  public static Number add(Number one, Number other) {
    if (one instanceof Decimal128 || other instanceof Decimal128) {
      throw Refusal.unsupported("arithmetic with decimals");
    }
    if (one instanceof Double || other instanceof Double) {
      return one.doubleValue() + other.doubleValue();
    }
    try {
      long sum = Math.addExact(one.longValue(), other.longValue());
      boolean isInt = one instanceof Integer && other instanceof Integer && sum == (int) sum;
      return isInt ? (Number) (int) sum : (Number) sum;
    } catch (ArithmeticException e) {
      throw Refusal.badValue("the sum of " + one + " and " + other + " overflows a long");
    }
  }

  /** The number itself; refuses what is none. */
  public static BigDecimal exact(Number number) {
    if (number instanceof Decimal128 decimal && Double.isFinite(doubleOf(decimal))) {
      return decimal.toBigDecimal();
    } else if (number instanceof Double real && Double.isFinite(real)) {
      return new BigDecimal(real);
    } else if (number instanceof Long || number instanceof Integer) {
      return BigDecimal.valueOf(number.longValue());
    }
    throw Refusal.unsupported("exact arithmetic with " + number);
  }

  /** The nearest double; infinite only for what is infinite; zero without a sign. */
  static double doubleOf(Number number) {
    double nearest = number.doubleValue() + 0.0;
    boolean overflow =
        number instanceof Decimal128
            && Double.isInfinite(nearest)
            && !number.toString().endsWith("Infinity");
    return overflow ? Math.copySign(Double.MAX_VALUE, nearest) : nearest;
  }

  /** A whole number within the range of an int, or the nearest end of that. */
  public static int whole(String what, @Nullable Object value) {
    if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
      return (int) number.doubleValue();
    }
    throw Refusal.badValue("The value for " + what + " must be an integer value, not " + value);
  }

  /** Whether an option is set: true, or a number other than 0. */
  public static boolean isTrue(@Nullable Object value) {
    return switch (value) {
      case Boolean bool -> bool;
      case Number number -> number.doubleValue() != 0;
      case null, default -> false;
    };
  }
}
