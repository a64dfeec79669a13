/** Schools register their people by lists: checked first, all or none, and to be continued. */
@NullMarked
package org.juxian.registration.delegation;

import org.jspecify.annotations.NullMarked;
