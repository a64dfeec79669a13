/** Use cases of signing in: a code goes out, a code comes back, a session begins. */
@NullMarked
package org.juxian.identity.signingin;

import org.jspecify.annotations.NullMarked;
