/** Tests of the package of this name. */
@NullMarked
package org.juxian.competition.organising;

import org.jspecify.annotations.NullMarked;
