/** Tests of the package of the same name. */
@NullMarked
package org.juxian.standalone.process;

import org.jspecify.annotations.NullMarked;
