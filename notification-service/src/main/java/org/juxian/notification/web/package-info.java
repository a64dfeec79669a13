/** What was sent, for the person and for operators. */
@NullMarked
package org.juxian.notification.web;

import org.jspecify.annotations.NullMarked;
