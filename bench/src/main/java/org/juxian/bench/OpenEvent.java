package org.juxian.bench;

/**
 * An event that people can register for.
 *
 * @param capacity of its one ticket type
 */
record OpenEvent(String id, String ticketTypeId, int capacity) {}
