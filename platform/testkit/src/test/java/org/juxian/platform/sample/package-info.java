/** The smallest service that stands on the platform, to test the platform with. */
@NullMarked
package org.juxian.platform.sample;

import org.jspecify.annotations.NullMarked;
