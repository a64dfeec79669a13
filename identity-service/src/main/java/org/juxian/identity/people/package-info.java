/** Use cases around people: finding, making and changing them, and granting roles. */
@NullMarked
package org.juxian.identity.people;

import org.jspecify.annotations.NullMarked;
