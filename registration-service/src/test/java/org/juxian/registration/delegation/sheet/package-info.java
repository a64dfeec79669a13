/** Tests of reading lists. */
@NullMarked
package org.juxian.registration.delegation.sheet;

import org.jspecify.annotations.NullMarked;
