package org.juxian.platform.messaging;

/**
 * What a service does about a message. It may be called twice with the same message and out of
 * order; it must leave the same state all the same.
 */
@FunctionalInterface
public interface MessageHandler<T> {

  /**
   * @throws UnusableMessageException where trying again cannot help: it goes to the dead letters at
   *     once
   */
  void handle(Incoming<T> message);
}
