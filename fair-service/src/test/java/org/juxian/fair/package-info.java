/** Tests of the package of this name. */
@NullMarked
package org.juxian.fair;

import org.jspecify.annotations.NullMarked;
