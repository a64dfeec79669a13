/** Tests of the package of this name. */
@NullMarked
package org.juxian.event;

import org.jspecify.annotations.NullMarked;
