/** The HTTP face. */
@NullMarked
package org.juxian.identity.web;

import org.jspecify.annotations.NullMarked;
