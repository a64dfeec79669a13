/** What the platform promises while its processes are killed. */
@NullMarked
package org.juxian.e2e.faults;

import org.jspecify.annotations.NullMarked;
