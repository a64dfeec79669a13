/** Tests of the package of the same name. */
@NullMarked
package org.juxian.standalone;

import org.jspecify.annotations.NullMarked;
