package org.juxian.embeddedmongo.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import org.juxian.embeddedmongo.tables.DuplicateKey;

/** How errors look in replies. */
public final class Errors {
  private Errors() {}

  /** Adds code, name and message of an error, and for a duplicate key the index and the key. */
  public static Document describe(MongoServerException e, Document error) {
    if (e instanceof MongoServerError known) {
      error.append("code", known.getCode());
      error.putIfNotNull("codeName", known.getCodeName());
    } else {
      error.append("code", 8).append("codeName", "UnknownError");
    }
    error.append("errmsg", e.getMessageWithoutErrorCode());
    if (e instanceof DuplicateKey duplicate) {
      duplicate.describeIn(error);
    }
    return error;
  }
}
