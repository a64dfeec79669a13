/**
 * Documents in memory with their indexes, each change under one lock and in the journal. It may use
 * {@code files}, {@code language} and {@code values}.
 */
@NullMarked
package org.juxian.embeddedmongo.tables;

import org.jspecify.annotations.NullMarked;
