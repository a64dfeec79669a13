/** Tests of the package of the same name. */
@NullMarked
package org.juxian.standalone.demo;

import org.jspecify.annotations.NullMarked;
