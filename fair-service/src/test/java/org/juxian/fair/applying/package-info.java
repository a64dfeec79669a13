/** Tests of applications for booths. */
@NullMarked
package org.juxian.fair.applying;

import org.jspecify.annotations.NullMarked;
