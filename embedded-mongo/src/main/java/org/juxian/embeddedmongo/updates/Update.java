package org.juxian.embeddedmongo.updates;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.language.Filter;
import org.juxian.embeddedmongo.language.Queries;
import org.juxian.embeddedmongo.values.KeyCodec;
import org.juxian.embeddedmongo.values.Paths;
import org.juxian.embeddedmongo.values.Refusal;

/**
 * An update, understood: a whole new document, or operators on fields. Fields change in the order
 * of their paths, as in MongoDB, and no two changes may meet.
 */
public final class Update {
  private final @Nullable Document replacement;
  private final Changes changes = new Changes();
  private final Map<String, Filter> arrayFilters = new HashMap<>();

  private Update(@Nullable Document replacement) {
    this.replacement = replacement;
  }

  public static Update parse(@Nullable Object given, @Nullable Object arrayFilters) {
    if (given instanceof List<?>) {
      throw Refusal.unsupported("updates with a pipeline");
    }
    if (!(given instanceof Document update)) {
      throw Refusal.failedToParse("Update argument must be an object");
    }
    long operators = update.keySet().stream().filter(key -> key.startsWith("$")).count();
    if (operators != 0 && operators != update.size()) {
      throw Refusal.failedToParse("An update has operators only, or none");
    }
    Update parsed = new Update(operators == 0 ? update : null);
    if (operators == 0) {
      return parsed;
    }
    if (arrayFilters instanceof List<?> filters) {
      filters.forEach(parsed::addArrayFilter);
    }
    update.forEach(parsed::addOperator);
    for (String identifier : parsed.arrayFilters.keySet()) {
      if (!update.toString().contains("$[" + identifier + "]")) {
        throw Refusal.failedToParse(
            "The array filter for identifier '" + identifier + "' was not used in the update");
      }
    }
    return parsed;
  }

  public boolean isReplacement() {
    return replacement != null;
  }

  private void addArrayFilter(@Nullable Object given) {
    Document filter = given instanceof Document document ? document : new Document();
    List<String> names =
        filter.keySet().stream().map(key -> Paths.steps(key).getFirst()).distinct().toList();
    if (names.size() != 1 || !names.getFirst().matches("[a-z][a-zA-Z0-9]*")) {
      throw Refusal.failedToParse(
          "An array filter needs a single top-level field name, a lowercase letter in front: "
              + given);
    }
    if (arrayFilters.put(names.getFirst(), Queries.parse(filter)) != null) {
      throw Refusal.failedToParse(
          "Found multiple array filters with the same top-level field name " + names.getFirst());
    }
  }

  private void addOperator(String operator, @Nullable Object fields) {
    if (!(fields instanceof Document operands)) {
      throw Refusal.failedToParse("Modifiers operate on fields but found " + fields);
    }
    operands.forEach(
        (field, operand) ->
            changes.add(checkedPath(field), Modifiers.of(operator, field, operand)));
  }

  private List<String> checkedPath(String field) {
    List<String> path = Paths.steps(field);
    for (String step : path) {
      if (step.isEmpty()) {
        throw new MongoServerError(
            56, "EmptyFieldName", "The update path '" + field + "' contains an empty field name");
      }
      String filter = isArrayStep(step) ? step.substring(2, step.length() - 1) : "";
      if (step.startsWith("$") && !isArrayStep(step)) {
        throw Refusal.unsupported("the positional $ in '" + field + "'; use arrayFilters");
      }
      if (!filter.isEmpty() && !arrayFilters.containsKey(filter)) {
        throw Refusal.badValue("No array filter found for identifier '" + filter + "' in " + field);
      }
    }
    if (isArrayStep(path.getFirst())) {
      throw Refusal.badValue("Cannot have array filter identifier in the first position: " + field);
    }
    return path;
  }

  /** Whether a step of a path means several elements of an array. */
  static boolean isArrayStep(String step) {
    return step.startsWith("$[") && step.endsWith("]");
  }

  /** The document as the update leaves it; the given one is not touched. */
  public Document apply(Document before) {
    return apply(before, false);
  }

  /** The document that an upsert inserts if nothing matches the query. */
  public Document insert(Document query) {
    Changes seeds = new Changes();
    addEqualities(query, seeds);
    Document seed = new Document();
    seeds.applyTo(seed, true);
    if (replacement != null) {
      seed.keySet().retainAll(List.of("_id"));
    }
    return apply(seed, true);
  }

  private static void addEqualities(Document query, Changes seeds) {
    query.forEach(
        (field, value) -> {
          boolean single = value instanceof List<?> list && list.size() == 1;
          if (field.equals("$and") && value instanceof List<?> parts) {
            parts.forEach(part -> addEqualities((Document) part, seeds));
          } else if (field.equals("$or") && single) {
            throw Refusal.unsupported("upserts with an $or of one");
          } else if (!field.startsWith("$") && Queries.isOperators(value)) {
            addEqualities(field, (Document) value, seeds);
          } else if (!field.startsWith("$") && !(value instanceof BsonRegularExpression)) {
            seeds.add(Paths.steps(field), (_, _) -> value);
          }
        });
  }

  private static void addEqualities(String field, Document operators, Changes seeds) {
    operators.forEach(
        (operator, operand) -> {
          boolean single = operand instanceof List<?> list && list.size() == 1;
          if (operator.equals("$eq")) {
            seeds.add(Paths.steps(field), (_, _) -> operand);
          } else if (operator.equals("$in") && single) {
            throw Refusal.unsupported("upserts with an $in of one");
          }
        });
  }

  private Document apply(Document before, boolean inserting) {
    Document after = before.cloneDeeply();
    if (replacement != null) {
      after.keySet().retainAll(List.of("_id"));
      after.putAll(replacement);
    } else {
      changes.within(before, arrayFilters).applyTo(after, inserting);
    }
    Object id = before.getOrMissing("_id");
    Object newId = after.getOrMissing("_id");
    boolean kept = !(newId instanceof Missing) && KeyCodec.compare(id, newId) == 0;
    if (!kept && !(id instanceof Missing)) {
      throw new MongoServerError(
          66, "ImmutableField", "the (immutable) field '_id' was found to have been altered");
    }
    return after;
  }
}
