/** The messages that we read and send. */
@NullMarked
package org.juxian.registration.messaging;

import org.jspecify.annotations.NullMarked;
