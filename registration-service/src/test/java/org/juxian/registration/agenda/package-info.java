/** Tests of the agenda package. */
@NullMarked
package org.juxian.registration.agenda;

import org.jspecify.annotations.NullMarked;
