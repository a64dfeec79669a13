/** An organiser puts sessions into a forum's agenda. */
@NullMarked
package org.juxian.forum.programme;

import org.jspecify.annotations.NullMarked;
