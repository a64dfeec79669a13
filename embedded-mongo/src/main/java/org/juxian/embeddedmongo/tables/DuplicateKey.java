package org.juxian.embeddedmongo.tables;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.Json;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.stream.Collectors;

/** A unique index refused a document; says which index and which key, as MongoDB does. */
public final class DuplicateKey extends DuplicateKeyError {
  private static final long serialVersionUID = 1L;

  private final transient Document keyPattern;
  private final transient Document keyValue;

  DuplicateKey(String namespace, IndexSpec index, Document keyValue) {
    super(namespace, index.name() + " dup key: " + describe(keyValue));
    this.keyPattern = index.keyPattern();
    this.keyValue = keyValue;
  }

  public void describeIn(Document error) {
    error.append("keyPattern", keyPattern).append("keyValue", keyValue);
  }

  private static String describe(Document keyValue) {
    return keyValue.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + Json.toCompactJsonValue(entry.getValue()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }
}
