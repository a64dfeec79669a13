package org.juxian.gateway.routing;

import java.io.IOException;

/** A service gave no answer. */
final class CallFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Whether a request can have reached the service, and what became of it. */
  enum Kind {
    /** No connection came about: nothing has reached the service. */
    NOT_REACHED,
    /** All connections were in use for too long: nothing has reached the service. */
    BUSY,
    /** As many streams are open as may be, which says nothing bad of the service. */
    STREAMS_IN_USE,
    /** The connection broke before an answer; the service may have acted. */
    BROKEN,
    /** No answer within the limit; the service may have acted. */
    TOO_SLOW
  }

  private final Kind kind;

  CallFailedException(Kind kind, IOException cause) {
    super(kind.name(), cause, false, false);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
