/**
 * Where a person is needed when, over all competitions: one diary a person, in which two bookings
 * of different heats never overlap.
 */
@NullMarked
package org.juxian.competition.diary;

import org.jspecify.annotations.NullMarked;
