/** Tests of the package of this name. */
@NullMarked
package org.juxian.forum.web;

import org.jspecify.annotations.NullMarked;
