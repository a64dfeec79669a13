/** What people allow, what was seen of them, and what they ask of their own data. */
@NullMarked
package org.juxian.registration.privacy;

import org.jspecify.annotations.NullMarked;
