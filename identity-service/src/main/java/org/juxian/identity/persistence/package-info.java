/** State in MongoDB. */
@NullMarked
package org.juxian.identity.persistence;

import org.jspecify.annotations.NullMarked;
