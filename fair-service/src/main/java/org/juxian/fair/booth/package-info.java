/** The model of a fair and its booths: who stands where, and the rules for it. Pure. */
@NullMarked
package org.juxian.fair.booth;

import org.jspecify.annotations.NullMarked;
