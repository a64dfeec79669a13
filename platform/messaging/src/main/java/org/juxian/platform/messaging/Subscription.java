package org.juxian.platform.messaging;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a service listens to on one topic; a bean of this type is all that a service declares. Types
 * that are not named are passed over.
 */
public final class Subscription {

  /** How to read and what to do about one type of message. */
  record Reader<T>(Class<T> type, MessageHandler<T> handler) {}

  private final String topic;
  private final Map<String, Reader<?>> readers = new LinkedHashMap<>();

  private Subscription(String topic) {
    this.topic = topic;
  }

  /** Listens to a topic, such as {@code juxian.registration}. */
  public static Subscription to(String topic) {
    return new Subscription(topic);
  }

  /** Calls {@code handler} for each message whose {@code ce_type} is {@code type}. */
  public <T> Subscription on(String type, Class<T> data, MessageHandler<T> handler) {
    readers.put(type, new Reader<>(data, handler));
    return this;
  }

  String topic() {
    return topic;
  }

  Map<String, Reader<?>> readers() {
    return readers;
  }
}
