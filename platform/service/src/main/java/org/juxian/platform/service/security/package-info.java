/** Who calls, what they may do, and how a token is checked. */
@NullMarked
package org.juxian.platform.service.security;

import org.jspecify.annotations.NullMarked;
