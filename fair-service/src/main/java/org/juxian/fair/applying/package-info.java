/** Companies apply for booths, and take their applications back. */
@NullMarked
package org.juxian.fair.applying;

import org.jspecify.annotations.NullMarked;
