/** The only door to the platform: what every request passes on its way to a service. */
@NullMarked
package org.juxian.gateway;

import org.jspecify.annotations.NullMarked;
