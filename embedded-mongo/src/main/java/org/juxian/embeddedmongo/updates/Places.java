package org.juxian.embeddedmongo.updates;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.values.Paths;
import org.juxian.embeddedmongo.values.Refusal;

/** Where an update's paths lead in a document: a step is a field's name or an element's place. */
final class Places {
  private static final int LARGEST_GAP = 1_500_000;

  private Places() {}

  /**
   * Puts what the modifier makes of the old value, or of {@link Missing}, in its place; creates the
   * documents that lead there. Missing as the new value takes the field away.
   */
  static void change(Object parent, List<String> path, UnaryOperator<@Nullable Object> modifier) {
    String step = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    Object child = Paths.child(parent, step);
    if (rest.isEmpty()) {
      put(parent, step, modifier.apply(child));
    } else if (child instanceof Document || child instanceof List<?>) {
      change(child, rest, modifier);
    } else {
      Object made = modifier.apply(Missing.getInstance());
      if (!(made instanceof Missing)) {
        if (!(child instanceof Missing)) {
          throw notViable(rest.getFirst(), new Document(step, child));
        }
        Document inner = new Document();
        change(inner, rest, _ -> made);
        put(parent, step, inner);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static void put(Object parent, String step, @Nullable Object value) {
    boolean gone = value instanceof Missing;
    if (parent instanceof Document document) {
      if (gone) {
        document.remove(step);
      } else {
        document.put(step, value);
      }
      return;
    }
    List<@Nullable Object> list = (List<@Nullable Object>) parent;
    if (gone && Paths.child(list, step) instanceof Missing) {
      return;
    }
    if (!Paths.isPosition(step) || (step.startsWith("0") && step.length() > 1)) {
      throw notViable(step, new Document("an array", list));
    }
    long place = step.length() > 9 ? Long.MAX_VALUE : Long.parseLong(step);
    if (place - list.size() > LARGEST_GAP) {
      throw Refusal.badValue("can't backfill more than " + LARGEST_GAP + " elements");
    }
    while (list.size() <= place) {
      list.add(null);
    }
    list.set((int) place, gone ? null : value);
  }

  private static MongoServerError notViable(String step, Document element) {
    return new MongoServerError(
        28, "PathNotViable", "Cannot create field '" + step + "' in element " + element);
  }
}
