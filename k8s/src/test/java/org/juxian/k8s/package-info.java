/** Checks that what deploys the platform is valid, and agrees with the services and with itself. */
@NullMarked
package org.juxian.k8s;

import org.jspecify.annotations.NullMarked;
