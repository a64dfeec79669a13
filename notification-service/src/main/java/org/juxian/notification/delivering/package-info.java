/** Brings each notice to each address of a person, once. */
@NullMarked
package org.juxian.notification.delivering;

import org.jspecify.annotations.NullMarked;
