/** Tests of the package of this name. */
@NullMarked
package org.juxian.fair.managing;

import org.jspecify.annotations.NullMarked;
