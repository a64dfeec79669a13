/** Measures the embedded database beside two others: the same work, in turns, in one run. */
@NullMarked
package org.juxian.bench.database;

import org.jspecify.annotations.NullMarked;
