package org.juxian.embeddedmongo.values;

import de.bwaldvogel.mongo.bson.Decimal128;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Arithmetic by MongoDB's rules of types; refuses where it would have to lose something. */
public final class Numbers {
  private Numbers() {}

  public static Number add(Number one, Number other) {
    return combine(one, other, Math::addExact, Double::sum, BigDecimal::add);
  }

  public static Number multiply(Number one, Number other) {
    return combine(one, other, Math::multiplyExact, (a, b) -> a * b, BigDecimal::multiply);
  }

  private static Number combine(
      Number one,
      Number other,
      LongBinaryOperator longs,
      DoubleBinaryOperator doubles,
      BinaryOperator<BigDecimal> decimals) {
    if (one instanceof Decimal128 || other instanceof Decimal128) {
      if (one instanceof Double || other instanceof Double) {
        throw Refusal.unsupported("arithmetic with a double and a decimal");
      }
      return decimal(decimals.apply(exact(one), exact(other)));
    }
    if (one instanceof Double || other instanceof Double) {
      return doubles.applyAsDouble(one.doubleValue(), other.doubleValue());
    }
    try {
      long result = longs.applyAsLong(one.longValue(), other.longValue());
      boolean isInt = one instanceof Integer && other instanceof Integer && result == (int) result;
      return isInt ? (Number) (int) result : (Number) result;
    } catch (ArithmeticException e) {
      throw Refusal.badValue("the result for " + one + " and " + other + " overflows a long");
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
  public static double doubleOf(Number number) {
    double nearest = number.doubleValue() + 0.0;
    boolean overflow =
        number instanceof Decimal128
            && Double.isInfinite(nearest)
            && !number.toString().endsWith("Infinity");
    return overflow ? Math.copySign(Double.MAX_VALUE, nearest) : nearest;
  }

  public static Decimal128 decimal(BigDecimal value) {
    try {
      return new Decimal128(value.round(MathContext.DECIMAL128));
    } catch (NumberFormatException e) {
      throw Refusal.badValue(value + " is out of the range of a decimal");
    }
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
