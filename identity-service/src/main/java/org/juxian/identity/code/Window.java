package org.juxian.identity.code;

import java.time.Duration;

/**
 * At most so many in any stretch of time of this length.
 *
 * @param most at least 1
 * @param length longer than nothing
 */
public record Window(int most, Duration length) {

  public Window {
    if (most < 1 || length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException("a window lets at least one through in some time");
    }
  }
}
