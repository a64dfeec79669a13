/** Tests of the ticket package. */
@NullMarked
package org.juxian.registration.ticket;

import org.jspecify.annotations.NullMarked;
