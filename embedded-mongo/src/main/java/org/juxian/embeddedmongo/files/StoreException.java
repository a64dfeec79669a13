package org.juxian.embeddedmongo.files;

/**
 * The server cannot start or go on, and the message is the whole sentence that a person needs: a
 * locked folder, a taken port, a damaged file, a disk that refused a write.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
