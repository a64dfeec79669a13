/** Who is asking, and what of a request may be believed. */
@NullMarked
package org.juxian.gateway.edge;

import org.jspecify.annotations.NullMarked;
