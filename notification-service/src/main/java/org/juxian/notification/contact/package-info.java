/** How people can be reached. */
@NullMarked
package org.juxian.notification.contact;

import org.jspecify.annotations.NullMarked;
