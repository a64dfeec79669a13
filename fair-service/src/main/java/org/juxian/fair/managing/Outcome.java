package org.juxian.fair.managing;

import org.juxian.fair.booth.FairRefusal;

/** What a use case did. */
public sealed interface Outcome {

  /** The fair as it is now. */
  record Done(KeptFair kept) implements Outcome {}

  /** Nothing, and why. */
  record Refused(FairRefusal why) implements Outcome {}
}
