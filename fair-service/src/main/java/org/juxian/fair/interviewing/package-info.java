/** Exhibitors open interview slots at their booths, and people take them. */
@NullMarked
package org.juxian.fair.interviewing;

import org.jspecify.annotations.NullMarked;
