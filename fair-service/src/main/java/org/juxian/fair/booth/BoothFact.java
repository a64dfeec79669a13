package org.juxian.fair.booth;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Aspect;
import org.juxian.platform.values.Text;

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

  /**
   * The fair that the company wants to exhibit at is another than it knows.
   *
   * @param place where it stands, if it has a booth already
   * @param aspects what changed, at least one
   */
  record FairChanged(BoothApplication application, @Nullable Place place, Set<Aspect> aspects)
      implements BoothFact {

    public FairChanged {
      aspects = Set.copyOf(aspects);
    }
  }

  /**
   * The fair will not take place.
   *
   * @param reason what everyone is told, if anything
   */
  record FairCancelled(BoothApplication application, @Nullable Text reason) implements BoothFact {}
}
