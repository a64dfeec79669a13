package org.juxian.registration.registering;

import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;

/** What a use case comes to. */
public sealed interface Outcome {

  /**
   * It is done.
   *
   * @param repeated whether it had been done before, by the same request
   */
  record Done(Registration registration, Event event, boolean repeated) implements Outcome {}

  /** It was refused, and nothing changed. */
  record Refused(Refusal refusal) implements Outcome {}
}
