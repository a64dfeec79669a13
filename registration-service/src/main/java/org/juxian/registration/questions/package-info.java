/** What an organiser asks and what is answered: forms, answers and their rules. Pure. */
@NullMarked
package org.juxian.registration.questions;

import org.jspecify.annotations.NullMarked;
