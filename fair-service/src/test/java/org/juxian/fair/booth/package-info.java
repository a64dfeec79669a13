/** Tests of the package of this name. */
@NullMarked
package org.juxian.fair.booth;

import org.jspecify.annotations.NullMarked;
