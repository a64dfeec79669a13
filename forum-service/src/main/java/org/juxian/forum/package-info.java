/** Forums and the annual meeting: rooms, sessions, speakers and the agenda that people rely on. */
@NullMarked
package org.juxian.forum;

import org.jspecify.annotations.NullMarked;
