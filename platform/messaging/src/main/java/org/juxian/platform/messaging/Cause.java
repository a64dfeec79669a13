package org.juxian.platform.messaging;

/**
 * The message that a write answers to. Stored with the write, so that the same message is never
 * applied twice.
 *
 * @param messageId the incoming message's {@code ce_id}
 */
public record Cause(String messageId) {}
