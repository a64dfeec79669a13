package org.juxian.embeddedmongo.values;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dotted paths: each step is a field's name or an element's place. */
public final class Paths {
  private Paths() {}

  public static List<String> steps(String dotted) {
    return List.of(dotted.split("\\.", -1));
  }

  /** Whether a step names the place of an array's element. */
  public static boolean isPosition(String step) {
    return !step.isEmpty() && step.chars().allMatch(Character::isDigit);
  }

  /** The element at a position, or nothing if the array is shorter. */
  public static @Nullable Object at(List<?> array, String position) {
    long place = position.length() > 9 ? array.size() : Integer.parseInt(position);
    return place < array.size() ? array.get((int) place) : Missing.getInstance();
  }

  /** What stands one step below, or {@link Missing}. */
  public static @Nullable Object child(@Nullable Object parent, String step) {
    return switch (parent) {
      case Document document -> document.getOrMissing(step);
      case List<?> list when isPosition(step) -> at(list, step);
      case null, default -> Missing.getInstance();
    };
  }
}
