/** Letting people in. */
@NullMarked
package org.juxian.registration.checkin;

import org.jspecify.annotations.NullMarked;
