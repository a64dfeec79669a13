package org.juxian.registration.place;

/**
 * How an event's waiting list goes.
 *
 * @param offerHours how many working hours somebody has to accept
 * @param hours which hours are working hours
 * @param partialGroups whether a group may be offered fewer places than it has people, if it is
 *     content with that; otherwise all or none
 */
public record WaitingRules(int offerHours, WorkingHours hours, boolean partialGroups) {}
