/** Registers people for everything that is open, and lets them in. */
@NullMarked
package org.juxian.registration;

import org.jspecify.annotations.NullMarked;
