/** Loads a small believable alliance through the public HTTP API, as people would. */
@NullMarked
package org.juxian.standalone.demo;

import org.jspecify.annotations.NullMarked;
