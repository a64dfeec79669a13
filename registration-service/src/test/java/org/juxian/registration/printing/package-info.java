/** What is on a printed ticket. */
@NullMarked
package org.juxian.registration.printing;

import org.jspecify.annotations.NullMarked;
