/** Forums' messages against the contracts. */
@NullMarked
package org.juxian.forum.messaging;

import org.jspecify.annotations.NullMarked;
