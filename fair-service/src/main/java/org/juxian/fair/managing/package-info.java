/** An organiser creates, edits, publishes and cancels fairs. */
@NullMarked
package org.juxian.fair.managing;

import org.jspecify.annotations.NullMarked;
