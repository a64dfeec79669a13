/**
 * What can be asked of documents: conditions, expressions, projections, sorts and pipelines, all of
 * them pure functions. It may use {@code values}.
 */
@NullMarked
package org.juxian.embeddedmongo.language;

import org.jspecify.annotations.NullMarked;
