/** What happens when a registration is given back and something else at once. */
@NullMarked
package org.juxian.registration.registering;

import org.jspecify.annotations.NullMarked;
