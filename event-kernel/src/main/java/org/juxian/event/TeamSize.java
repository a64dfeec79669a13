package org.juxian.event;

/**
 * How large a team may be, its captain counted.
 *
 * @param minMembers 1 to 100
 * @param maxMembers 1 to 100, not under {@code minMembers}
 */
public record TeamSize(int minMembers, int maxMembers) {}
