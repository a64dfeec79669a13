/** The HTTP face of fairs, booths and applications. */
@NullMarked
package org.juxian.fair.web;

import org.jspecify.annotations.NullMarked;
