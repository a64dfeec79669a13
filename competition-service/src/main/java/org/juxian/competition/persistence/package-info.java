/** Competitions in MongoDB. */
@NullMarked
package org.juxian.competition.persistence;

import org.jspecify.annotations.NullMarked;
