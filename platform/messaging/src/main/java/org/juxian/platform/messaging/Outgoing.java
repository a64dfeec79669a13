package org.juxian.platform.messaging;

/**
 * Something that happened and that others are told, written together with the state that it came
 * from.
 *
 * @param topic the owner's Kafka topic, such as {@code juxian.registration}
 * @param type the name on the wire, such as {@code registration.confirmed.v1}
 * @param key what keeps its order: the aggregate's id
 * @param data a record which Jackson writes as the contract in {@code contracts/} says
 */
public record Outgoing(String topic, String type, String key, Object data) {}
