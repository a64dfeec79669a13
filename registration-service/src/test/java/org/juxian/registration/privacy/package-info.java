/** Tests of what people allow and ask of their data. */
@NullMarked
package org.juxian.registration.privacy;

import org.jspecify.annotations.NullMarked;
