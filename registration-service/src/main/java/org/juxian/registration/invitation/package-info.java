/** Codes with which one may register for ticket types that are by invitation only. */
@NullMarked
package org.juxian.registration.invitation;

import org.jspecify.annotations.NullMarked;
