/** The rules of one-time codes and of how often they may be asked for. Pure. */
@NullMarked
package org.juxian.identity.code;

import org.jspecify.annotations.NullMarked;
