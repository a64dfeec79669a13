/** Tests of the package of this name. */
@NullMarked
package org.juxian.forum;

import org.jspecify.annotations.NullMarked;
