package org.juxian.embeddedmongo.language;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.values.Numbers;
import org.juxian.embeddedmongo.values.Paths;
import org.juxian.embeddedmongo.values.Refusal;

/** Which fields of a document are shown: those that are named, or the others. */
public final class Projection {
  private final boolean includes;

  /** Names to trees of names; an empty tree is the end of a path. */
  private final Document named = new Document();

  private Projection(boolean includes) {
    this.includes = includes;
  }

  /** As in a find or a $project. */
  public static Projection parse(Document given) {
    Map<String, Boolean> flat = new LinkedHashMap<>();
    flatten("", given, flat);
    boolean idShown = flat.getOrDefault("_id", true);
    List<Boolean> kinds =
        flat.keySet().stream()
            .filter(field -> !field.equals("_id"))
            .map(field -> Boolean.TRUE.equals(flat.get(field)))
            .distinct()
            .toList();
    boolean includes = kinds.isEmpty() ? flat.containsKey("_id") && idShown : kinds.getFirst();
    if (kinds.size() > 1) {
      throw new MongoServerError(
          31254, "Location31254", "Cannot do exclusion and inclusion in one projection: " + given);
    }
    Projection projection = new Projection(includes);
    flat.remove("_id");
    flat.keySet().forEach(projection::name);
    if (!given.isEmpty() && idShown == includes) {
      projection.name("_id");
    }
    return projection;
  }

  /** The fields by their whole paths. */
  private static void flatten(String prefix, Document given, Map<String, Boolean> flat) {
    given.forEach(
        (name, value) -> {
          String field = prefix + name;
          if (value instanceof Document inner && !inner.isEmpty()) {
            flatten(field + ".", inner, flat);
          } else if (!(value instanceof Boolean || value instanceof Number)
              || Paths.steps(field).stream().anyMatch(e -> e.isEmpty() || e.startsWith("$"))) {
            throw Refusal.unsupported("the projection of '" + field + "' as " + value);
          } else if (flat.put(field, Numbers.isTrue(value)) != null) {
            throw collision(field);
          }
        });
    for (String field : flat.keySet()) {
      if (flat.keySet().stream().anyMatch(other -> other.startsWith(field + "."))) {
        throw collision(field);
      }
    }
  }

  private void name(String field) {
    Document at = named;
    for (String step : Paths.steps(field)) {
      at = (Document) Objects.requireNonNull(at.computeIfAbsent(step, _ -> new Document()));
    }
  }

  private static MongoServerError collision(String field) {
    return new MongoServerError(31250, "Location31250", "Path collision at " + field);
  }

  public Document apply(Document document) {
    return named.isEmpty() ? document : kept(document, named);
  }

  private Document kept(Document document, Document names) {
    Document kept = new Document();
    document.forEach(
        (field, value) -> {
          if (!(names.get(field) instanceof Document below)) {
            if (!includes) {
              kept.put(field, value);
            }
          } else if (!below.isEmpty()) {
            Object part = part(value, below);
            if (!(part instanceof Missing)) {
              kept.put(field, part);
            }
          } else if (includes) {
            kept.put(field, value);
          }
        });
    return kept;
  }

  private @Nullable Object part(@Nullable Object value, Document names) {
    return switch (value) {
      case Document document -> kept(document, names);
      case List<?> list -> {
        List<@Nullable Object> parts = new ArrayList<>();
        list.forEach(element -> parts.add(part(element, names)));
        parts.removeIf(Missing.class::isInstance);
        yield parts;
      }
      case null, default -> !includes ? value : Missing.getInstance();
    };
  }
}
