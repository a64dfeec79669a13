/** Tests of the package of this name. */
@NullMarked
package org.juxian.fair.messaging;

import org.jspecify.annotations.NullMarked;
