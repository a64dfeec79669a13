/**
 * Bytes from and to clients, and when a reply may leave. It may use {@code commands}, {@code files}
 * for the journal, and {@code values} to refuse.
 */
@NullMarked
package org.juxian.embeddedmongo.network;

import org.jspecify.annotations.NullMarked;
