/** The collections in MongoDB, their documents and indexes. */
@NullMarked
package org.juxian.registration.persistence;

import org.jspecify.annotations.NullMarked;
