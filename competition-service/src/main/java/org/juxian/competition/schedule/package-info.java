/** Who competes when and at which workstation: pure rules. */
@NullMarked
package org.juxian.competition.schedule;

import org.jspecify.annotations.NullMarked;
