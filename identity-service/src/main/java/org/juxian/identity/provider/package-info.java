/** The OpenID Connect provider: keys, tokens, clients and authorizations. */
@NullMarked
package org.juxian.identity.provider;

import org.jspecify.annotations.NullMarked;
