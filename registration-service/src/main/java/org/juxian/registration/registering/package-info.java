/** Taking a place and giving it back. */
@NullMarked
package org.juxian.registration.registering;

import org.jspecify.annotations.NullMarked;
