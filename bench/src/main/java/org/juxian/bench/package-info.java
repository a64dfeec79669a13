/** Measures registrations through the gateway beside what this machine can do at most. */
@NullMarked
package org.juxian.bench;

import org.jspecify.annotations.NullMarked;
