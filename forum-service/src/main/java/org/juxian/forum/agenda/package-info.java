/** The model of a forum and its agenda: who speaks where and when, and the rules for it. Pure. */
@NullMarked
package org.juxian.forum.agenda;

import org.jspecify.annotations.NullMarked;
