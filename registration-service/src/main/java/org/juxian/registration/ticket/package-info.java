/** Tickets that can be checked without asking us: the signed token and its picture. */
@NullMarked
package org.juxian.registration.ticket;

import org.jspecify.annotations.NullMarked;
