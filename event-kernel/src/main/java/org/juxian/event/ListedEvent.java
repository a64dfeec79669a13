package org.juxian.event;

/**
 * An event as a list of them has it: without what only its owner knows.
 *
 * @param edition counts the changes that people see
 */
public record ListedEvent(String id, long edition, PublicEvent event) {}
