/** Waiting for places: joining, offers by turn, accepting, passing on. */
@NullMarked
package org.juxian.registration.waiting;

import org.jspecify.annotations.NullMarked;
