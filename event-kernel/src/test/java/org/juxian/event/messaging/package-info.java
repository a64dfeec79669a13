/** Tests of the package of this name. */
@NullMarked
package org.juxian.event.messaging;

import org.jspecify.annotations.NullMarked;
