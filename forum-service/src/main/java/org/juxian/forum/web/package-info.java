/** The HTTP face of forums and their sessions. */
@NullMarked
package org.juxian.forum.web;

import org.jspecify.annotations.NullMarked;
