package org.juxian.platform.messaging;

/**
 * An aggregate as it stands in the database.
 *
 * @param id its identifier
 * @param version 1 when it was made, one more with each write: what {@code ETag} shows
 * @param state what it is
 */
public record Stored<S>(String id, long version, S state) {}
