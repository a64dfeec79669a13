/** Talent exchange conferences: their halls and booths, and the companies that stand in them. */
@NullMarked
package org.juxian.fair;

import org.jspecify.annotations.NullMarked;
