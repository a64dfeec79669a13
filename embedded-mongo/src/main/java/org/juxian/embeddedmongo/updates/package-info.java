/**
 * What an update makes of a document, as a pure function. It may use {@code language} and {@code
 * values}.
 */
@NullMarked
package org.juxian.embeddedmongo.updates;

import org.jspecify.annotations.NullMarked;
