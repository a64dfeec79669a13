/** What this service hears from the others. */
@NullMarked
package org.juxian.notification.messaging;

import org.jspecify.annotations.NullMarked;
