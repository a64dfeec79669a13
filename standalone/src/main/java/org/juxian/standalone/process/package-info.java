/** Child processes that are watched, restarted when they die, and never left behind. */
@NullMarked
package org.juxian.standalone.process;

import org.jspecify.annotations.NullMarked;
