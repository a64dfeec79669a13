/** Tests of the package of this name. */
@NullMarked
package org.juxian.fair.assigning;

import org.jspecify.annotations.NullMarked;
