/** What one person has before them, from all services, in one place and free of clashes. */
@NullMarked
package org.juxian.registration.agenda;

import org.jspecify.annotations.NullMarked;
