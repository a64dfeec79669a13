package org.juxian.embeddedmongo.language;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.values.Numbers;
import org.juxian.embeddedmongo.values.Paths;
import org.juxian.embeddedmongo.values.Refusal;

/**
 * Which fields of a document are shown: those that are named, and the _id unless it is left out.
 */
public final class Projection {
  /** Names to trees of names; an empty tree is the end of a path. */
  private final Document named = new Document();

  private Projection() {}

  /** As in a find or a $project. */
  public static Projection parse(Document given) {
    Projection projection = new Projection();
    given.forEach(
        (field, shown) -> {
          boolean leftOut = field.equals("_id") && isSwitch(shown) && !Numbers.isTrue(shown);
          if (!leftOut || given.size() == 1) {
            projection.name(field, shown);
          }
        });
    if (!given.isEmpty() && !given.containsKey("_id")) {
      projection.name("_id", true);
    }
    return projection;
  }

  private static boolean isSwitch(@Nullable Object shown) {
    return shown instanceof Boolean || shown instanceof Number;
  }

  private void name(String field, @Nullable Object shown) {
    List<String> steps = Paths.steps(field);
    if (!isSwitch(shown)
        || !Numbers.isTrue(shown)
        || steps.stream().anyMatch(e -> e.isEmpty() || e.startsWith("$"))) {
      throw Refusal.unsupported("the projection of '" + field + "' as " + shown);
    }
    Document at = named;
    for (int i = 0; i < steps.size(); i++) {
      Object next = at.get(steps.get(i));
      if (next instanceof Document below && (below.isEmpty() || i == steps.size() - 1)) {
        throw new MongoServerError(31250, "Location31250", "Path collision at " + field);
      }
      at = next instanceof Document below ? below : begin(at, steps.get(i));
    }
  }

  private static Document begin(Document at, String step) {
    Document below = new Document();
    at.put(step, below);
    return below;
  }

  public Document apply(Document document) {
    return named.isEmpty() ? document : kept(document, named);
  }

  private static Document kept(Document document, Document names) {
    Document kept = new Document();
    document.forEach(
        (field, value) -> {
          if (names.get(field) instanceof Document below) {
            Object part = below.isEmpty() ? value : part(value, below);
            if (!(part instanceof Missing)) {
              kept.put(field, part);
            }
          }
        });
    return kept;
  }

  private static @Nullable Object part(@Nullable Object value, Document names) {
    return switch (value) {
      case Document document -> kept(document, names);
      case List<?> list -> {
        List<@Nullable Object> parts = new ArrayList<>();
        list.forEach(element -> parts.add(part(element, names)));
        parts.removeIf(Missing.class::isInstance);
        yield parts;
      }
      case null, default -> Missing.getInstance();
    };
  }
}
