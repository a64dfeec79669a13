/** Tests of the service as a whole. */
@NullMarked
package org.juxian.registration;

import org.jspecify.annotations.NullMarked;
