/** Fairs and applications in MongoDB. */
@NullMarked
package org.juxian.fair.persistence;

import org.jspecify.annotations.NullMarked;
