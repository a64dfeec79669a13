/** The common part of what the owners of events read and answer over HTTP. */
@NullMarked
package org.juxian.event.web;

import org.jspecify.annotations.NullMarked;
