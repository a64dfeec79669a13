/** Asking the organiser's questions and keeping what is answered. */
@NullMarked
package org.juxian.registration.answering;

import org.jspecify.annotations.NullMarked;
