/** Skills competitions: entries, workstations and heats. */
@NullMarked
package org.juxian.competition;

import org.jspecify.annotations.NullMarked;
