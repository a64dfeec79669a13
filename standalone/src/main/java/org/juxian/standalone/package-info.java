/**
 * The whole platform on one machine: which processes there are, where they listen, how they start
 * and stop.
 */
@NullMarked
package org.juxian.standalone;

import org.jspecify.annotations.NullMarked;
