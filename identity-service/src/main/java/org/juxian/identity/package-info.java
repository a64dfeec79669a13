/** Who people are, what they may do, and how they show it. */
@NullMarked
package org.juxian.identity;

import org.jspecify.annotations.NullMarked;
