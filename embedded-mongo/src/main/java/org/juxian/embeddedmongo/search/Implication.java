package org.juxian.embeddedmongo.search;

import de.bwaldvogel.mongo.backend.Missing;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.language.Condition;

/** Whether one condition on a field makes another one true, so that a partial index can serve. */
final class Implication {
  private Implication() {}

  static boolean holds(Condition known, Condition wanted) {
    return known.field().equals(wanted.field()) && holds(known.operator(), wanted.operator());
  }

  private static boolean holds(Condition.Operator known, Condition.Operator wanted) {
    return switch (known) {
      case Condition.OneOf values ->
          values.patterns().isEmpty()
              && values.operands().stream().allMatch(value -> decides(value, wanted));
      case Condition.Range range ->
          wanted instanceof Condition.Range wider
              ? wider.keys().holds(range.keys())
              : wanted instanceof Condition.Exists && !range.test(Missing.getInstance());
      case Condition.Exists _ -> wanted instanceof Condition.Exists;
      case Condition.Matches _, Condition.HasElement _ -> false;
    };
  }

  /**
   * Whether being equal to the value is enough. Equal numbers may differ in type; null is also
   * equal to what is missing; an array is equal to one element that is a whole array, too.
   */
  private static boolean decides(@Nullable Object value, Condition.Operator wanted) {
    boolean decided = value != null && !(value instanceof Collection);
    return decided && wanted.looksIntoArrays() && wanted.test(value);
  }
}
