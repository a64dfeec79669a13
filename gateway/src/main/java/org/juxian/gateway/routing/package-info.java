/** Which service answers what, and what is said when one does not answer. */
@NullMarked
package org.juxian.gateway.routing;

import org.jspecify.annotations.NullMarked;
