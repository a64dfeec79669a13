/** Tests of the package of this name. */
@NullMarked
package org.juxian.forum.planning;

import org.jspecify.annotations.NullMarked;
