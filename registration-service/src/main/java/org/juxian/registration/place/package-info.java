/** Who holds which place: states, decisions and rules. Pure. */
@NullMarked
package org.juxian.registration.place;

import org.jspecify.annotations.NullMarked;
