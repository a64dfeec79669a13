/** SMS over SMPP 3.4. */
@NullMarked
package org.juxian.notification.sms;

import org.jspecify.annotations.NullMarked;
