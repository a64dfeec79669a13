/** The messages that tell of a forum and its agenda, exactly as {@code contracts/} has them. */
@NullMarked
package org.juxian.forum.messaging;

import org.jspecify.annotations.NullMarked;
