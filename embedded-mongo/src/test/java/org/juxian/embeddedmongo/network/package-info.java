@NullMarked
package org.juxian.embeddedmongo.network;

import org.jspecify.annotations.NullMarked;
