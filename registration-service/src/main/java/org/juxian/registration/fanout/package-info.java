/** Brings what happened to an event to each of its registrations. */
@NullMarked
package org.juxian.registration.fanout;

import org.jspecify.annotations.NullMarked;
