package org.juxian.platform.messaging;

import java.util.List;

/**
 * What one write does to an aggregate: its new state and the messages that tell of it.
 *
 * @param state the state to store
 * @param messages what to publish, in this order
 */
public record Change<S>(S state, List<Outgoing> messages) {

  public Change {
    messages = List.copyOf(messages);
  }

  /** A new state that concerns nobody else. */
  public static <S> Change<S> silent(S state) {
    return new Change<>(state, List.of());
  }

  /** A new state and the messages that tell of it. */
  public static <S> Change<S> telling(S state, Outgoing... messages) {
    return new Change<>(state, List.of(messages));
  }
}
