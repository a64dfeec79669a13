/** Reads a school's list of people and finds what is wrong with it. Pure. */
@NullMarked
package org.juxian.registration.delegation.sheet;

import org.jspecify.annotations.NullMarked;
