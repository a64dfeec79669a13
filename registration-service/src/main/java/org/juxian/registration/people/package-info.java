/** What identity-service tells about people: names and the end of their phone numbers. */
@NullMarked
package org.juxian.registration.people;

import org.jspecify.annotations.NullMarked;
