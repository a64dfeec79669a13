/** Tests of the calendar package. */
@NullMarked
package org.juxian.registration.calendar;

import org.jspecify.annotations.NullMarked;
