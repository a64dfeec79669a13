/** Deliveries and contacts in MongoDB. */
@NullMarked
package org.juxian.notification.persistence;

import org.jspecify.annotations.NullMarked;
