/** What this service tells the others. */
@NullMarked
package org.juxian.identity.messaging;

import org.jspecify.annotations.NullMarked;
