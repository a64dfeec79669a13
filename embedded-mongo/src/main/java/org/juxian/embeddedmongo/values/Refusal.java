package org.juxian.embeddedmongo.values;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Set;

/** Says no in MongoDB's error codes: a clear refusal instead of an answer that would be wrong. */
public final class Refusal {
  private Refusal() {}

  public static MongoServerError unsupported(String what) {
    return new MongoServerError(115, "CommandNotSupported", "This server does not support " + what);
  }

  public static MongoServerError badValue(String message) {
    return new MongoServerError(2, "BadValue", message);
  }

  public static MongoServerError failedToParse(String message) {
    return new MongoServerError(9, "FailedToParse", message);
  }

  /**
   * Refuses every field that is neither known nor {@code comment}, so that no option is ignored
   * without a word.
   */
  public static void unknownFields(String where, Document document, Set<String> known) {
    for (String field : document.keySet()) {
      if (field.equals("collation")) {
        throw unsupported("collation");
      }
      if (!known.contains(field) && !field.equals("comment")) {
        throw new MongoServerError(
            40415,
            "Location40415",
            "BSON field '" + where + "." + field + "' is unknown to this server");
      }
    }
  }
}
