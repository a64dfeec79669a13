/** Sessions that live in an encrypted cookie, and the tokens that they stand for. */
@NullMarked
package org.juxian.gateway.session;

import org.jspecify.annotations.NullMarked;
