package org.juxian.registration.persistence;

/**
 * The Idempotency-Key of a registration, kept within it.
 *
 * @param key a hash of the person, the path and the key
 * @param body a hash of what was asked for
 */
public record Request(String key, String body) {}
