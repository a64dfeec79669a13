/** Journeys of people through the whole platform, in a real browser. */
@NullMarked
package org.juxian.e2e;

import org.jspecify.annotations.NullMarked;
