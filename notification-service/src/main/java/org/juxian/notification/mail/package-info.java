/** Mail over SMTP. */
@NullMarked
package org.juxian.notification.mail;

import org.jspecify.annotations.NullMarked;
