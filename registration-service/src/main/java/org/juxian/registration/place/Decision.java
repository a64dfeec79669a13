package org.juxian.registration.place;

/** What a command comes to. */
public sealed interface Decision {

  /** It is done: this is the state from now on. */
  record Accepted(Registration next) implements Decision {}

  /** It was so already. */
  record Unchanged(Registration state) implements Decision {}

  /** It is refused, and nothing changes. */
  record Rejected(Refusal refusal) implements Decision {}
}
