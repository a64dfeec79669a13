package org.juxian.embeddedmongo.tables;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.language.Filter;
import org.juxian.embeddedmongo.language.Queries;
import org.juxian.embeddedmongo.values.KeyField;
import org.juxian.embeddedmongo.values.Numbers;
import org.juxian.embeddedmongo.values.Refusal;

/**
 * What an index promises, as its creator described it.
 *
 * @param filter the partial index's filter, or null if every document is in
 * @param expireAfterSeconds age in seconds at which documents expire, or null
 * @param description the index as {@code listIndexes} shows it
 */
public record IndexSpec(
    String name,
    List<KeyField> fields,
    boolean unique,
    boolean sparse,
    @Nullable Filter filter,
    @Nullable Long expireAfterSeconds,
    Document description) {

  private static final Set<String> OPTIONS =
      Set.of(
          "key",
          "name",
          "unique",
          "sparse",
          "partialFilterExpression",
          "expireAfterSeconds",
          "v",
          "background",
          "ns");
  private static final Set<String> FILTER_OPERATORS =
      Set.of("$eq", "$exists", "$gt", "$gte", "$lt", "$lte", "$in");
  public static final IndexSpec ID =
      parse(new Document("v", 2).append("key", new Document("_id", 1)).append("name", "_id_"));

  public static IndexSpec parse(Document given) {
    Refusal.unknownFields("createIndexes.indexes", given, OPTIONS);
    if (!(given.get("key") instanceof Document key) || key.isEmpty()) {
      throw cannotCreate("Index keys cannot be empty.");
    }
    boolean onId = List.copyOf(key.keySet()).equals(List.of("_id"));
    if (!onId && !(given.get("name") instanceof String text && !text.isEmpty())) {
      throw cannotCreate("Index names must be present and not empty.");
    }
    String name = onId ? "_id_" : String.valueOf(given.get("name"));
    boolean sparse = Numbers.isTrue(given.get("sparse"));
    Document filter = (Document) given.get("partialFilterExpression");
    if (filter != null && (onId || sparse)) {
      throw cannotCreate("A partial index is neither sparse nor on _id alone.");
    }
    if (filter != null) {
      checkFilter(filter);
    }
    return new IndexSpec(
        name,
        KeyField.of(key),
        onId || Numbers.isTrue(given.get("unique")),
        sparse,
        filter == null ? null : Queries.parse(filter),
        expiry(given, key.size() == 1 && !onId),
        describe(given, key, name));
  }

  private static @Nullable Long expiry(Document given, boolean possible) {
    if (!(given.get("expireAfterSeconds") instanceof Number seconds)) {
      return null;
    }
    if (!possible || seconds.longValue() < 0) {
      throw cannotCreate("TTL indexes are on one field other than _id, with seconds of 0 or more.");
    }
    return seconds.longValue();
  }

  private static Document describe(Document given, Document key, String name) {
    Document description = new Document("v", 2).append("key", key).append("name", name);
    for (String option :
        List.of("unique", "sparse", "partialFilterExpression", "expireAfterSeconds")) {
      if (given.containsKey(option) && !Boolean.FALSE.equals(given.get(option))) {
        description.append(option, given.get(option));
      }
    }
    return description;
  }

  private static void checkFilter(Document filter) {
    for (Map.Entry<String, Object> condition : filter.entrySet()) {
      if (condition.getKey().equals("$and") && condition.getValue() instanceof List<?> parts) {
        parts.forEach(part -> checkFilter((Document) part));
      } else if (condition.getKey().startsWith("$")) {
        throw cannotCreate("Unsupported expression in partial index: " + condition.getKey());
      } else if (Queries.isOperators(condition.getValue())) {
        for (Map.Entry<String, Object> operator : ((Document) condition.getValue()).entrySet()) {
          boolean absent =
              operator.getKey().equals("$exists") && !Numbers.isTrue(operator.getValue());
          if (absent || !FILTER_OPERATORS.contains(operator.getKey())) {
            throw cannotCreate("Unsupported expression in partial index: " + condition);
          }
        }
      }
    }
  }

  /** False if one of the indexes is this one; refuses a clash with one of them. */
  boolean isNewBeside(List<IndexSpec> indexes) {
    for (IndexSpec existing : indexes) {
      if (existing.name.equals(name) && existing.sameAs(this)) {
        return false;
      }
      if (existing.name.equals(name)) {
        throw new MongoServerError(
            86,
            "IndexKeySpecsConflict",
            "An existing index has the same name as the requested index: " + name);
      }
      if (existing.fields.equals(fields) && existing.sameFilter(this)) {
        throw new MongoServerError(
            85,
            "IndexOptionsConflict",
            "Index already exists with a different name: " + existing.name);
      }
    }
    return true;
  }

  private boolean sameAs(IndexSpec other) {
    return fields.equals(other.fields)
        && unique == other.unique
        && sparse == other.sparse
        && sameFilter(other)
        && Objects.equals(expireAfterSeconds, other.expireAfterSeconds);
  }

  private boolean sameFilter(IndexSpec other) {
    String filterOption = "partialFilterExpression";
    return Objects.equals(description.get(filterOption), other.description.get(filterOption));
  }

  public Document keyPattern() {
    return (Document) Objects.requireNonNull(description.get("key"));
  }

  public boolean isId() {
    return name.equals("_id_");
  }

  private static MongoServerError cannotCreate(String message) {
    return new MongoServerError(67, "CannotCreateIndex", message);
  }
}
