/** What tests do to stored documents. */
@NullMarked
package org.juxian.registration.persistence;

import org.jspecify.annotations.NullMarked;
