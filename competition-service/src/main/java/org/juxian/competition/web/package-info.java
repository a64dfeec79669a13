/** Competitions over HTTP. */
@NullMarked
package org.juxian.competition.web;

import org.jspecify.annotations.NullMarked;
