/** How much one caller may ask for. */
@NullMarked
package org.juxian.gateway.limit;

import org.jspecify.annotations.NullMarked;
