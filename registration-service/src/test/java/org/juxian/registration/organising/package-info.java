/** Tests of an organiser's tables. */
@NullMarked
package org.juxian.registration.organising;

import org.jspecify.annotations.NullMarked;
