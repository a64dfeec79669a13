/** People, their addresses and their grants. Pure. */
@NullMarked
package org.juxian.identity.person;

import org.jspecify.annotations.NullMarked;
