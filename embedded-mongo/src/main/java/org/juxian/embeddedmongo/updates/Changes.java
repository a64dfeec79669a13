package org.juxian.embeddedmongo.updates;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.language.Filter;
import org.juxian.embeddedmongo.values.IndexKeys;
import org.juxian.embeddedmongo.values.Interval;
import org.juxian.embeddedmongo.values.KeyCodec;
import org.juxian.embeddedmongo.values.Paths;
import org.juxian.embeddedmongo.values.Refusal;

/** The changes of one update by path, in the order of the paths: numbers by value, before names. */
final class Changes {
  private record Step(List<String> path, Modifiers.Modifier change) {}

  private final NavigableMap<byte[], Step> steps = new TreeMap<>(Arrays::compareUnsigned);

  void add(List<String> path, Modifiers.Modifier change) {
    byte[] key = new byte[0];
    for (String step : path) {
      boolean number = Paths.isPosition(step) && step.length() < 10;
      Object part = number ? (Object) Integer.valueOf(step) : step;
      key = IndexKeys.join(key, KeyCodec.encode(part, true));
      if (steps.containsKey(key)) {
        throw conflict(path);
      }
    }
    if (!steps.tailMap(key, true).headMap(Interval.successor(key), false).isEmpty()) {
      throw conflict(path);
    }
    steps.put(key, new Step(path, change));
  }

  private static MongoServerError conflict(List<String> path) {
    String name = String.join(".", path);
    return new MongoServerError(
        40,
        "ConflictingUpdateOperators",
        "Updating the path '" + name + "' would create a conflict at '" + name + "'");
  }

  /** The same changes, with the elements that {@code $[]} and {@code $[identifier]} mean here. */
  Changes within(Document document, Map<String, Filter> filters) {
    if (steps.values().stream()
        .noneMatch(step -> step.path().stream().anyMatch(Update::isArrayStep))) {
      return this;
    }
    Changes expanded = new Changes();
    for (Step step : steps.values()) {
      for (List<String> path : expand(document, step.path(), 0, filters)) {
        expanded.add(path, step.change());
      }
    }
    return expanded;
  }

  private static List<List<String>> expand(
      @Nullable Object value, List<String> path, int depth, Map<String, Filter> filters) {
    if (depth == path.size()) {
      return List.of(path);
    }
    String step = path.get(depth);
    if (!Update.isArrayStep(step)) {
      return expand(Paths.child(value, step), path, depth + 1, filters);
    }
    if (!(value instanceof List<?> list)) {
      throw Refusal.badValue(
          "The path '"
              + String.join(".", path.subList(0, depth))
              + "' must lead to an array in order to apply array updates");
    }
    List<List<String>> expanded = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (meets(list.get(i), step.substring(2, step.length() - 1), filters)) {
        List<String> longer = new ArrayList<>(path);
        longer.set(depth, Integer.toString(i));
        expanded.addAll(expand(list.get(i), longer, depth + 1, filters));
      }
    }
    return expanded;
  }

  private static boolean meets(
      @Nullable Object element, String identifier, Map<String, Filter> filters) {
    Filter filter = filters.get(identifier);
    if (filter != null && element instanceof List<?>) {
      throw Refusal.unsupported("array filters on arrays within arrays");
    }
    return filter == null || filter.matches(new Document(identifier, element));
  }

  void applyTo(Document document, boolean inserting) {
    for (Step step : steps.values()) {
      Places.change(document, step.path(), old -> step.change().apply(old, inserting));
    }
  }
}
