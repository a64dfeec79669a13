/** What organisers do with competitions, and what entries do to them. */
@NullMarked
package org.juxian.competition.organising;

import org.jspecify.annotations.NullMarked;
