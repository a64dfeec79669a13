/** SMS and mail to everyone whom an event concerns. */
@NullMarked
package org.juxian.notification;

import org.jspecify.annotations.NullMarked;
