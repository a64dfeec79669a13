/** Tickets on paper: a PDF page with the event, the person and the code. */
@NullMarked
package org.juxian.registration.printing;

import org.jspecify.annotations.NullMarked;
