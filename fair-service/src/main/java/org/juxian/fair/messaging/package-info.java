/** What this service tells others. */
@NullMarked
package org.juxian.fair.messaging;

import org.jspecify.annotations.NullMarked;
