/** A ticket goes from one person to another. */
@NullMarked
package org.juxian.registration.transferring;

import org.jspecify.annotations.NullMarked;
