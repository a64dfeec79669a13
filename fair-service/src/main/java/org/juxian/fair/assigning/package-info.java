/** Organisers review applications and assign booths. */
@NullMarked
package org.juxian.fair.assigning;

import org.jspecify.annotations.NullMarked;
