package org.juxian.event;

import java.util.List;

/** Why an event stays as it is. */
public sealed interface Refusal {

  /** It was cancelled, and that is final. */
  record Cancelled() implements Refusal {}

  /** It is published already, and nothing waits to be told. */
  record AlreadyPublished() implements Refusal {}

  /** It has taken place. */
  record Over() implements Refusal {}

  /** The request breaks rules. */
  record Invalid(List<Fault> faults) implements Refusal {

    public Invalid {
      faults = List.copyOf(faults);
    }
  }
}
