package org.juxian.gateway.limit;

import java.util.Locale;

/** What is limited. */
enum Limit {
  /** Everything from one client address. */
  ADDRESS,
  /** Asking for one-time codes, from one client address. */
  CODES,
  /** Entering one-time codes, from one client address. */
  SIGN_INS,
  /** Changes by people who are not signed in, from one client address. */
  ANONYMOUS_WRITES,
  /** Reading by one signed-in person or token. */
  PERSON_READS,
  /** Changes by one signed-in person or token. */
  PERSON_WRITES;

  /** As in settings and in {@code RateLimit} headers. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
