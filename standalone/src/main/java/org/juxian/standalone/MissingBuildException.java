package org.juxian.standalone;

import java.nio.file.Path;

/** Something that the build makes is not there. */
public final class MissingBuildException extends Exception {

  private final transient Path missing;

  MissingBuildException(Path missing) {
    super(missing + " is missing: build first.");
    this.missing = missing;
  }

  /** What is not there. */
  public Path missing() {
    return missing;
  }
}
