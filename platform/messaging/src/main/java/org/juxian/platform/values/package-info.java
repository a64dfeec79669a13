/**
 * Plain values that every service shares: they depend on Java alone, so a pure model may use them.
 */
@NullMarked
package org.juxian.platform.values;

import org.jspecify.annotations.NullMarked;
