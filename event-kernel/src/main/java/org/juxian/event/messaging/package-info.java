/** The messages that tell of an event, exactly as {@code contracts/} has them. */
@NullMarked
package org.juxian.event.messaging;

import org.jspecify.annotations.NullMarked;
