package org.juxian.registration.checkin;

import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Scan;

/** What became of a ticket that was shown. */
public sealed interface Passed {

  /**
   * The person goes through.
   *
   * @param repeated whether we had heard of this scan before
   */
  record Through(Registration registration, Scan scan, boolean repeated) implements Passed {}

  /** A device has let the person through though we would not have. */
  record Noted(Registration registration, Scan scan, boolean repeated) implements Passed {}

  /** The person does not go through. */
  record Refused(Refusal refusal) implements Passed {}
}
