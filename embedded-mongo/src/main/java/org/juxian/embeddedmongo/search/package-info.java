/**
 * How a query finds its documents: the choice of an index, reading it, explaining it. It may use
 * {@code tables}, {@code language} and {@code values}.
 */
@NullMarked
package org.juxian.embeddedmongo.search;

import org.jspecify.annotations.NullMarked;
