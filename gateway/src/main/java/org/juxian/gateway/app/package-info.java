/** The web app's files. */
@NullMarked
package org.juxian.gateway.app;

import org.jspecify.annotations.NullMarked;
