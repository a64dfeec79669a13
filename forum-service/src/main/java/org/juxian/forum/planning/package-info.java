/** An organiser creates, edits, publishes and cancels forums. */
@NullMarked
package org.juxian.forum.planning;

import org.jspecify.annotations.NullMarked;
