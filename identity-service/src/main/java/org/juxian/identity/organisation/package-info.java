/** The organisations of the alliance. Pure. */
@NullMarked
package org.juxian.identity.organisation;

import org.jspecify.annotations.NullMarked;
