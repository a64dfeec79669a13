/** The HTTP face. */
@NullMarked
package org.juxian.registration.web;

import org.jspecify.annotations.NullMarked;
