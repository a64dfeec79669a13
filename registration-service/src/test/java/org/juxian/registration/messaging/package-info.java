/** Tests of the messages against the contracts. */
@NullMarked
package org.juxian.registration.messaging;

import org.jspecify.annotations.NullMarked;
