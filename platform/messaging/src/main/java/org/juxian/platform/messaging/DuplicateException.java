package org.juxian.platform.messaging;

/**
 * A unique index refused a write: an aggregate with the same id or the same unique fields is there
 * already.
 */
public final class DuplicateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String index;

  DuplicateException(String index, Throwable cause) {
    super("refused by the unique index " + index, cause);
    this.index = index;
  }

  /** The name of the index that refused, {@code _id_} for the id itself. */
  public String index() {
    return index;
  }
}
