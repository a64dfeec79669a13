/** Problems (RFC 9457): one shape for all that goes wrong, in the reader's language. */
@NullMarked
package org.juxian.platform.service.problem;

import org.jspecify.annotations.NullMarked;
