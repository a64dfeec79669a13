package org.juxian.platform.service.problem;

import java.io.IOException;

/** A request's body is larger than this service reads. */
public final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1L;
}
