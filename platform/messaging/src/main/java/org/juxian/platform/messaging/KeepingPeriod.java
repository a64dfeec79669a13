package org.juxian.platform.messaging;

import java.time.Instant;

/**
 * Lets go of what a service has kept long enough. The platform asks each bean of this kind four
 * times a day, on one replica at a time as far as that can be had: the work must bear being broken
 * off, done twice, and done by two at once.
 */
public interface KeepingPeriod {

  /**
   * Lets go of all that was to be kept until before this moment, by the service's own periods.
   *
   * @param now what time it is
   */
  void tidy(Instant now);
}
