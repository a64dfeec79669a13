package org.juxian.fair.booth;

import org.jspecify.annotations.Nullable;

/** Something that happened to an application and that its applicant is told. */
public sealed interface BoothFact {

  /** Whose application it is. */
  BoothApplication application();

  /**
   * The company has a booth, for the first time or another than before.
   *
   * @param previousNumber the number that it knew before
   */
  record Assigned(BoothApplication application, Place place, @Nullable String previousNumber)
      implements BoothFact {}

  /** The company no longer has its booth. */
  record Withdrawn(BoothApplication application, Place place, @Nullable String reason)
      implements BoothFact {}

  /** The company will not get a booth. */
  record Rejected(BoothApplication application, String reason) implements BoothFact {}
}
