package org.juxian.embeddedmongo.commands;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.language.Queries;

/**
 * Tells which commands are over at once: they add one document, or look for one by its id. They
 * need no thread of their own, whose start would cost more than their work.
 */
public final class Brief {
  private Brief() {}

  static boolean is(Document command) {
    return switch (command.keySet().iterator().next()) {
      case "insert" -> only(command.get("documents")) instanceof Document;
      case "find" -> isById(command.get("filter"));
      case "findAndModify" -> isById(command.get("query"));
      case "update" -> only(command.get("updates")) instanceof Document one && isById(one.get("q"));
      case "delete" -> only(command.get("deletes")) instanceof Document one && isById(one.get("q"));
      default -> false;
    };
  }

  private static @Nullable Object only(@Nullable Object statements) {
    return statements instanceof List<?> list && list.size() == 1 ? list.getFirst() : null;
  }

  private static boolean isById(@Nullable Object query) {
    return query instanceof Document asked
        && (isOneId(asked.get("_id"))
            || (asked.get("$and") instanceof List<?> parts
                && parts.stream().anyMatch(Brief::isById)));
  }

  private static boolean isOneId(@Nullable Object id) {
    return switch (id) {
      case null -> false;
      case Collection<?> _ -> false;
      case BsonRegularExpression _ -> false;
      default -> !Queries.isOperators(id);
    };
  }
}
