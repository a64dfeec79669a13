/** What a person is told and how it is worded: pure rules. */
@NullMarked
package org.juxian.notification.notice;

import org.jspecify.annotations.NullMarked;
