/** Tests of the package of this name. */
@NullMarked
package org.juxian.fair.web;

import org.jspecify.annotations.NullMarked;
