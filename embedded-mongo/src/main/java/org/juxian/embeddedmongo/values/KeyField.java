package org.juxian.embeddedmongo.values;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One field of an index's key or of a sort: its dotted path, split, and its direction. */
public record KeyField(String name, List<String> path, boolean ascending) {

  /** The fields of a key pattern, or of a sort. */
  public static List<KeyField> of(Document key) {
    List<KeyField> fields = new ArrayList<>(key.size());
    key.forEach((path, direction) -> fields.add(of(path, direction)));
    return List.copyOf(fields);
  }

  private static KeyField of(String path, @Nullable Object direction) {
    if (!(direction instanceof Number number) || number.doubleValue() == 0) {
      throw unsupported("type for " + path + ": " + direction + ". Only 1 and -1 are.");
    }
    if (path.isEmpty() || path.contains("$")) {
      throw unsupported("path '" + path + "'.");
    }
    return new KeyField(path, Paths.steps(path), number.doubleValue() > 0);
  }

  private static MongoServerError unsupported(String what) {
    return new MongoServerError(67, "CannotCreateIndex", "Unsupported index " + what);
  }
}
