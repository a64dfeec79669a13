/** Tests of the server through the driver, and of its parts where a driver cannot reach. */
@NullMarked
package org.juxian.embeddedmongo;

import org.jspecify.annotations.NullMarked;
