/** Tests of the package of the same name. */
@NullMarked
package org.juxian.standalone.sandbox;

import org.jspecify.annotations.NullMarked;
