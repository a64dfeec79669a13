/** One page over the interfaces of all services. */
@NullMarked
package org.juxian.gateway.docs;

import org.jspecify.annotations.NullMarked;
