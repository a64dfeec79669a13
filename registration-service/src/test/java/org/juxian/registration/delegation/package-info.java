/** Tests of working off lists. */
@NullMarked
package org.juxian.registration.delegation;

import org.jspecify.annotations.NullMarked;
