package org.juxian.registration.place;

/** Whether one may come in again, where one was let in before. */
public enum ReEntry {
  /** Once is all. */
  NONE,
  /** As often as one likes. */
  FREE,
  /** After having been checked out. */
  CHECK_OUT;

  boolean admits(boolean inside, int entries) {
    return switch (this) {
      case NONE -> entries == 0;
      case FREE -> true;
      case CHECK_OUT -> !inside;
    };
  }
}
