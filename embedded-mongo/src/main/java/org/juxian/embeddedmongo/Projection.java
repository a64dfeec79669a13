package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which fields of a document are shown, and what is worked out beside them. */
final class Projection {
  /** What becomes of the fields that are named; the others have it the other way round. */
  private enum Kind {
    INCLUDE,
    EXCLUDE,
    ADD
  }

  private final Kind kind;

  /** Names to trees of names; an empty tree is the end of a path. */
  private final Document named = new Document();

  private final Map<List<String>, Expression> made = new LinkedHashMap<>();

  private Projection(Kind kind) {
    this.kind = kind;
  }

  /** As in a find or a $project. */
  static Projection parse(Document given) {
    if (given.isEmpty()) {
      return new Projection(Kind.EXCLUDE);
    }
    Map<String, @Nullable Object> flat = flat(given);
    Object id = flat.getOrDefault("_id", true);
    boolean idShown = isShown(id);
    List<Boolean> kinds =
        flat.entrySet().stream()
            .filter(entry -> !entry.getKey().equals("_id"))
            .map(entry -> isShown(entry.getValue()))
            .distinct()
            .toList();
    boolean includes = kinds.isEmpty() ? idShown : kinds.getFirst();
    if (kinds.size() > 1 || !(includes || isFlag(id))) {
      throw new MongoServerError(
          31254, "Location31254", "Cannot do exclusion and inclusion in one projection: " + given);
    }
    Projection projection = new Projection(includes ? Kind.INCLUDE : Kind.EXCLUDE);
    if (idShown == includes) {
      projection.name(List.of("_id"));
    }
    if (isFlag(id)) {
      flat.remove("_id");
    }
    flat.forEach(projection::add);
    return projection;
  }

  /** As in $addFields: everything stays. */
  static Projection adding(Document given) {
    Projection projection = new Projection(Kind.ADD);
    flat(given).forEach(projection::add);
    return projection;
  }

  private void add(String field, @Nullable Object value) {
    List<String> path = IndexSpec.path(field);
    if (path.stream().anyMatch(step -> step.isEmpty() || step.startsWith("$"))) {
      throw Refusal.unsupported("the projection of '" + field + "'");
    }
    if (kind != Kind.ADD && isFlag(value)) {
      name(path);
    } else {
      made.put(path, Expression.parse(value));
    }
  }

  /** The fields by their whole paths. */
  private static Map<String, @Nullable Object> flat(Document given) {
    Map<String, @Nullable Object> flat = new LinkedHashMap<>();
    flatten("", given, flat);
    for (String field : flat.keySet()) {
      if (flat.keySet().stream().anyMatch(other -> other.startsWith(field + "."))) {
        throw collision(field);
      }
    }
    return flat;
  }

  private static void flatten(String prefix, Document given, Map<String, @Nullable Object> flat) {
    given.forEach(
        (field, value) -> {
          if (value instanceof Document inner && !inner.isEmpty() && !Queries.isOperators(inner)) {
            flatten(prefix + field + ".", inner, flat);
          } else if (flat.putIfAbsent(prefix + field, value) != null) {
            throw collision(prefix + field);
          }
        });
  }

  private static boolean isShown(@Nullable Object value) {
    return !isFlag(value) || Expression.isTrue(value);
  }

  private static boolean isFlag(@Nullable Object value) {
    return value instanceof Boolean || value instanceof Number;
  }

  private void name(List<String> path) {
    Document at = named;
    for (String step : path) {
      at = (Document) Objects.requireNonNull(at.computeIfAbsent(step, _ -> new Document()));
    }
  }

  private static MongoServerError collision(String field) {
    return new MongoServerError(31250, "Location31250", "Path collision at " + field);
  }

  Document apply(Document document) {
    boolean shownAsItIs = kind == Kind.EXCLUDE && named.isEmpty();
    return shownAsItIs ? document : apply(document, document);
  }

  /** Shows {@code shown}, with what is made of {@code root}. */
  Document apply(Document shown, Document root) {
    Document result = kind == Kind.ADD ? shown.cloneDeeply() : kept(shown, named);
    made.forEach((path, expression) -> put(result, path, expression.of(root)));
    return result;
  }

  private Document kept(Document document, Document names) {
    Document kept = new Document();
    document.forEach(
        (field, value) -> {
          if (!(names.get(field) instanceof Document below)) {
            if (kind == Kind.EXCLUDE) {
              kept.put(field, value);
            }
          } else if (!below.isEmpty()) {
            Object part = part(value, below);
            if (!(part instanceof Missing)) {
              kept.put(field, part);
            }
          } else if (kind == Kind.INCLUDE) {
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
      case null, default -> kind == Kind.EXCLUDE ? value : Missing.getInstance();
    };
  }

  /** Puts a value in its place; in an array, into each element. */
  static void put(Document into, List<String> path, @Nullable Object value) {
    String step = path.getFirst();
    Object below = path.size() == 1 ? value : inside(into.get(step), path, value);
    if (below instanceof Missing) {
      into.remove(step);
    } else {
      into.put(step, below);
    }
  }

  private static Object inside(@Nullable Object old, List<String> path, @Nullable Object value) {
    if (old instanceof List<?> list) {
      List<Object> each = new ArrayList<>();
      list.forEach(element -> each.add(inside(element, path, value)));
      return each;
    }
    Document document = old instanceof Document there ? there : new Document();
    put(document, path.subList(1, path.size()), value);
    return document;
  }
}
