/** What an organiser sees of those who registered: lists, searches, statistics, exports. */
@NullMarked
package org.juxian.registration.organising;

import org.jspecify.annotations.NullMarked;
