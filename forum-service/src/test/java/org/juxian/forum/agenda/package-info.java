/** Tests of the package of this name. */
@NullMarked
package org.juxian.forum.agenda;

import org.jspecify.annotations.NullMarked;
