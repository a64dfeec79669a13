package org.juxian.registration.messaging;

import org.juxian.platform.messaging.Outgoing;
import org.juxian.registration.privacy.Wish;

/** What every service is asked for a person, as {@code contracts/privacy} says. */
public final class PrivacyMessages {

  /** All services hear and answer here. */
  static final String TOPIC = "juxian.privacy";

  record Requested(String requestId, String personId) {}

  private PrivacyMessages() {}

  /** Each service does its part, and answers. */
  public static Outgoing requested(Wish wish) {
    String type =
        switch (wish.kind()) {
          case EXPORT -> "privacy.export-requested.v1";
          case ERASURE -> "privacy.erasure-requested.v1";
        };
    return new Outgoing(TOPIC, type, wish.id(), new Requested(wish.id(), wish.personId()));
  }
}
