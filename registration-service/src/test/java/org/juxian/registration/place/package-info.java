/** Tests of the place package. */
@NullMarked
package org.juxian.registration.place;

import org.jspecify.annotations.NullMarked;
