/** Remembers the answer to a POST with an Idempotency-Key. */
@NullMarked
package org.juxian.platform.service.idempotency;

import org.jspecify.annotations.NullMarked;
