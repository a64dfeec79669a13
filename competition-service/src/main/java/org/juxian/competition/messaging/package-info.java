/** What this service tells, and what it hears of registrations. */
@NullMarked
package org.juxian.competition.messaging;

import org.jspecify.annotations.NullMarked;
