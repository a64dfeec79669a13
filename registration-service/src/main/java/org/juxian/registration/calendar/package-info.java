/** Writes what people put into their calendars, as iCalendar (RFC 5545). */
@NullMarked
package org.juxian.registration.calendar;

import org.jspecify.annotations.NullMarked;
